namespace Backtest.Fixtures;

/// <summary>The mean distance from low to high so far.</summary>
public sealed class TrueSpan : IBarIndicator<double>
{
    private double _sum;
    private int _count;

    public bool IsReady => _count >= 3;

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        _sum += bar.High - bar.Low;
        _count++;
        return IsReady ? _sum / _count : Undefined;
    }

    public void Reset() => (_sum, _count) = (0, 0);
}
