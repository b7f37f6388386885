namespace Backtest.Benchmarks;

/// <summary>One entry with its protection, at distances from the fill; not a number: none of that kind.</summary>
/// <param name="id">The id of the entry's order.</param>
/// <param name="quantity">How many it is for.</param>
/// <param name="stop">How far the stop is away.</param>
/// <param name="trail">How far the trailing stop is away.</param>
/// <param name="target">How far the target is away.</param>
internal sealed class TreeUnit(int id, int quantity, double stop, double trail, double target)
{
    private double _best;

    /// <summary>The id of the entry's order.</summary>
    public int Id { get; } = id;

    /// <summary>How many it is for.</summary>
    public int Quantity { get; } = quantity;

    /// <summary>The stop's price, once filled.</summary>
    public double Stop { get; private set; } = double.NaN;

    /// <summary>The target's price, once filled.</summary>
    public double Target { get; private set; } = double.NaN;

    /// <summary>How many protective orders it has.</summary>
    public int Protections { get; } = (double.IsNaN(stop) ? 0 : 1) + (double.IsNaN(trail) ? 0 : 1) + (double.IsNaN(target) ? 0 : 1);

    /// <summary>Prices the protection from the fill.</summary>
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
