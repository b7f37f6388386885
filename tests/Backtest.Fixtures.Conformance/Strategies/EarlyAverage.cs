namespace Backtest.Fixtures;

/// <summary>An average of four bars that claims to be ready at once but is undefined for the first three.</summary>
public sealed class EarlyAverage : ISeriesIndicator<double>
{
    private readonly SimpleMovingAverage _inner = new(4);

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(double value)
    {
        IsReady = true;
        return _inner.Update(value);
    }

    public void Reset()
    {
        IsReady = false;
        _inner.Reset();
    }
}
