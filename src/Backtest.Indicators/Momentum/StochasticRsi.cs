namespace Backtest;

/// <summary>
/// Where the relative strength index lies in its own range over the last values, from 0 to 100, smoothed, and the mean of that. Ready at
/// value <c>rsi</c> + <c>period</c> + <c>smoothing</c> + <c>signal</c> − 2. Halfway, 50, where the index does not move.
/// </summary>
/// <remarks>T. S. Chande and S. Kroll, The New Technical Trader, 1994; theirs runs from 0 to 1 and is not smoothed.</remarks>
public sealed class StochasticRsi : ISeriesIndicator<StochasticValue>
{
    private readonly RelativeStrengthIndex _rsi;
    private MovingExtremes _extremes;
    private MovingMean _smoothed;
    private MovingMean _signal;

    /// <summary>The stochastic of the relative strength index.</summary>
    /// <param name="rsi">Of the index; at least 1. Usually 14.</param>
    /// <param name="period">How many of its values make the range; at least 1. Usually 14.</param>
    /// <param name="smoothing">Of the position; at least 1, which leaves it as it is.</param>
    /// <param name="signal">Of the mean of positions; at least 1. Usually 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public StochasticRsi(int rsi, int period, int smoothing, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rsi, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(smoothing, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _rsi = new RelativeStrengthIndex(rsi);
        _extremes = new MovingExtremes(period);
        _smoothed = new MovingMean(smoothing);
        _signal = new MovingMean(signal);
    }

    /// <inheritdoc/>
    public bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public StochasticValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public StochasticValue Update(double value)
    {
        double rsi = _rsi.Update(value);
        if (!_rsi.IsReady)
            return Undefined;
        _extremes.Update(rsi);
        if (!_extremes.IsReady)
            return Undefined;
        double position = _smoothed.Update(100 * _extremes.PositionOf(rsi));
        if (!_smoothed.IsReady)
            return Undefined;
        double mean = _signal.Update(position);
        return _signal.IsReady ? new StochasticValue(position, mean) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _rsi.Reset();
        _extremes.Reset();
        _smoothed.Reset();
        _signal.Reset();
    }
}
