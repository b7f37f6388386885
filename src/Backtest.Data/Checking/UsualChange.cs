namespace Backtest.Data.Checking;

/// <summary>The usual change of a price: an exponential mean of absolute changes.</summary>
internal sealed class UsualChange
{
    private const int Warmup = 20;
    private const double Weight = 1.0 / 50;

    private int _count;

    /// <summary>Whether enough changes were seen.</summary>
    public bool IsKnown => _count >= Warmup;

    /// <summary>The mean, as a fraction of the price.</summary>
    public double Mean { get; private set; }

    /// <summary>Adds a change.</summary>
    public void Add(double change)
    {
        _count++;
        Mean += (change - Mean) * Math.Max(Weight, 1.0 / _count);
    }
}
