using Backtest;

namespace ExampleNamespace;

/// <summary>
/// Where bars close in their range, from 0 at the low to 1 at the high; the mean of the last ones. Ready at the bar of that number.
/// </summary>
[IndicatorPlugin("example-id", Description = "Tells where bars close in their range.")]
public sealed partial class ExampleIndicator : IBarIndicator<double>
{
    private readonly SimpleMovingAverage _mean;

    /// <summary>Where bars close in their range.</summary>
    /// <param name="period">How many bars the mean is of; at least 1.</param>
    public ExampleIndicator(int period = 10) => _mean = new SimpleMovingAverage(period);

    /// <inheritdoc/>
    public bool IsReady => _mean.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar) =>
        _mean.Update(bar.High == bar.Low ? 0.5 : (bar.Close - bar.Low) / (bar.High - bar.Low));

    /// <inheritdoc/>
    public void Reset() => _mean.Reset();
}
