namespace Backtest;

/// <summary>
/// The stochastic oscillator: where the close lies between the lowest low and the highest high of the last bars, smoothed, and the mean of
/// that. Ready at bar <c>period</c> + <c>smoothing</c> + <c>signal</c> − 2. Halfway, 50, where the bars have no range.
/// </summary>
/// <remarks>
/// G. C. Lane, Lane's Stochastics, Stocks and Commodities 2:3, 1984. A smoothing of 1 makes it the fast stochastic, of 3 the slow one.
/// </remarks>
public sealed partial class Stochastic : IBarIndicator<StochasticValue>
{
    private MovingExtremes _extremes;
    private MovingMean _smoothed;
    private MovingMean _signal;

    /// <summary>The stochastic oscillator.</summary>
    /// <param name="period">How many bars make the range; at least 1. Lane's is 14.</param>
    /// <param name="smoothing">Of the position; at least 1, which leaves it as it is.</param>
    /// <param name="signal">Of the mean of positions; at least 1. Usually 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public Stochastic(int period, int smoothing, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(smoothing, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _extremes = new MovingExtremes(period);
        _smoothed = new MovingMean(smoothing);
        _signal = new MovingMean(signal);
    }

    /// <inheritdoc/>
    public bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public StochasticValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public StochasticValue Update(BarEvent bar)
    {
        _extremes.Update(bar.High, bar.Low);
        if (!_extremes.IsReady)
            return Undefined;
        double position = _smoothed.Update(100 * _extremes.PositionOf(bar.Close));
        if (!_smoothed.IsReady)
            return Undefined;
        double mean = _signal.Update(position);
        return _signal.IsReady ? new StochasticValue(position, mean) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _extremes.Reset();
        _smoothed.Reset();
        _signal.Reset();
    }
}
