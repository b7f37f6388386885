namespace Backtest.Tests;

/// <summary>An indicator that throws a test's exception at its first value.</summary>
public sealed class ThrowingIndicator(Func<Exception> thrown) : ISeriesIndicator<double>
{
    public bool IsReady => false;

    public double Undefined => double.NaN;

    public static IndicatorSpec Spec(Func<Exception> thrown) =>
        IndicatorSpec.Series<ThrowingIndicator, double>(() => new ThrowingIndicator(thrown));

    public double Update(double value) => throw thrown();

    public void Reset()
    {
    }
}
