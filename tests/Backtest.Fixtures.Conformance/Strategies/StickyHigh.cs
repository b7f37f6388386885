namespace Backtest.Fixtures;

/// <summary>The highest high so far, kept through a reset.</summary>
public sealed class StickyHigh : IBarIndicator<double>
{
    private double _high = double.NegativeInfinity;

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return _high = Math.Max(_high, bar.High);
    }

    public void Reset() => IsReady = false;
}
