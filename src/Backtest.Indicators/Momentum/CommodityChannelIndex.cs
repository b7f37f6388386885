namespace Backtest;

/// <summary>
/// The commodity channel index: the distance of the typical price from its mean, in mean deviations and divided by 0.015, so that most of
/// it lies between −100 and 100. Ready at the <c>period</c>-th bar, with a running deviation at bar 2 × <c>period</c> − 1. Zero where
/// nothing has moved.
/// </summary>
/// <remarks>
/// D. R. Lambert, Commodities Channel Index, Commodities, October 1980. The mean deviation of a window is not a running sum: each bar costs a step
/// for each price of it.
/// </remarks>
public sealed partial class CommodityChannelIndex : IBarIndicator<double>
{
    private const double Scale = 0.015;

    private readonly bool _isRunning;
    private MovingMean _mean;
    private MovingMean _running;
    private LastValues _prices;

    /// <summary>The commodity channel index.</summary>
    /// <param name="period">Number of bars; at least 2. Lambert's is 20.</param>
    /// <param name="deviation">Which mean deviation; Lambert's is that of the window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public CommodityChannelIndex(int period, MeanDeviation deviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _isRunning = deviation == MeanDeviation.Running;
        _mean = new MovingMean(period);
        _running = new MovingMean(period);
        _prices = new LastValues(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _isRunning ? _running.IsReady : _mean.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double price = bar[BarField.Typical];
        double mean = _mean.Update(price);
        _prices.Add(price);
        if (!_mean.IsReady)
            return double.NaN;
        double deviation = _isRunning ? _running.Update(Math.Abs(price - mean)) : DeviationFrom(mean);
        return Threshold.IsReached(0, deviation, price) ? 0 : (price - mean) / (Scale * deviation);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _mean.Reset();
        _running.Reset();
        _prices.Reset();
    }

    private double DeviationFrom(double mean)
    {
        ReadOnlySpan<double> prices = _prices.Values;
        double sum = 0;
        foreach (double price in prices)
            sum += Math.Abs(price - mean);
        return sum / prices.Length;
    }
}
