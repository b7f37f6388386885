namespace Backtest.Fixtures;

/// <summary>Gives zero instead of its undefined value until it is ready.</summary>
public sealed partial class ZeroUntilReady : ISeriesIndicator<double>
{
    private int _count;

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(double value)
    {
        _count++;
        IsReady = _count > 3;
        return IsReady ? value : 0;
    }

    public void Reset()
    {
        _count = 0;
        IsReady = false;
    }
}
