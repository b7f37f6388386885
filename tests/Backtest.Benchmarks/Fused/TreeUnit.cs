namespace Backtest.Benchmarks;

/// <summary>One entry with its protection, as distances from the fill; NaN for a kind it does not have.</summary>
/// <param name="id">The id of the entry's order.</param>
/// <param name="quantity">The quantity.</param>
/// <param name="stop">The distance of the stop.</param>
/// <param name="trail">The distance of the trailing stop.</param>
/// <param name="target">The distance of the target.</param>
internal sealed class TreeUnit(int id, int quantity, double stop, double trail, double target)
{
    private double _best;

    /// <summary>The id of the entry's order.</summary>
    public int Id { get; } = id;

    /// <summary>The quantity.</summary>
    public int Quantity { get; } = quantity;

    /// <summary>The stop's price, once filled.</summary>
    public double Stop { get; private set; } = double.NaN;

    /// <summary>The target's price, once filled.</summary>
    public double Target { get; private set; } = double.NaN;

    /// <summary>The number of its protective orders.</summary>
    public int Protections { get; } = (double.IsNaN(stop) ? 0 : 1) + (double.IsNaN(trail) ? 0 : 1) + (double.IsNaN(target) ? 0 : 1);

    /// <summary>Sets the prices of the protection from the fill.</summary>
    public void Fill(double price)
    {
        _best = price;
        Stop = price - (double.IsNaN(trail) ? stop : trail);
        Target = price + target;
    }

    /// <summary>Moves a trailing stop after a bar.</summary>
    public void Trail(double high)
    {
        if (double.IsNaN(trail))
            return;
        _best = Math.Max(_best, high);
        Stop = Math.Max(Stop, _best - trail);
    }
}
