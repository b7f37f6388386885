namespace Backtest;

/// <summary>Where each number is in the range of the last ones, from 0 to 100, smoothed, and the mean of that.</summary>
internal sealed partial class RangePosition : ISeriesIndicator<StochasticValue>
{
    private MovingExtremes _extremes;
    private MovingMean _smoothed;
    private MovingMean _signal;

    public RangePosition(int period, int smoothing, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(smoothing, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _extremes = new MovingExtremes(period);
        _smoothed = new MovingMean(smoothing);
        _signal = new MovingMean(signal);
    }

    public bool IsReady => _signal.IsReady;

    public StochasticValue Undefined => new(double.NaN, double.NaN);

    public StochasticValue Update(double value)
    {
        _extremes.Update(value);
        if (!_extremes.IsReady)
            return Undefined;
        double position = _smoothed.Update(100 * _extremes.PositionOf(value));
        if (!_smoothed.IsReady)
            return Undefined;
        double mean = _signal.Update(position);
        return _signal.IsReady ? new StochasticValue(position, mean) : Undefined;
    }

    public void Reset()
    {
        _extremes.Reset();
        _smoothed.Reset();
        _signal.Reset();
    }
}
