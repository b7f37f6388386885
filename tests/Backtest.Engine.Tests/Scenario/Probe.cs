namespace Backtest.Tests;

/// <summary>An indicator that repeats its input, is ready at its first value, throws where a test wants, and counts how often it was created.</summary>
public sealed class Probe(long throwsAt) : ISeriesIndicator<double>
{
    private long _index = -1;

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public static IndicatorSpec Spec(long throwsAt = long.MaxValue, Action? made = null) => IndicatorSpec.Series<Probe, double>(
        () =>
        {
            made?.Invoke();
            return new Probe(throwsAt);
        },
        throwsAt);

    public double Update(double value)
    {
        if (++_index == throwsAt)
            throw new InvalidOperationException("the probe broke");
        IsReady = true;
        return value;
    }

    public void Reset()
    {
        _index = -1;
        IsReady = false;
    }
}
