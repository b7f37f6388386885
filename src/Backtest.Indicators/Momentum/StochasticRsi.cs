namespace Backtest;

/// <summary>
/// Where the relative strength index lies in its own range over the last values, from 0 to 100, smoothed, and the mean of that. Ready at
/// value <c>rsi</c> + <c>period</c> + <c>smoothing</c> + <c>signal</c> − 2. Halfway, 50, where the index does not move.
/// </summary>
/// <remarks>T. S. Chande and S. Kroll, The New Technical Trader, 1994; theirs runs from 0 to 1 and is not smoothed.</remarks>
public sealed partial class StochasticRsi : ISeriesIndicator<StochasticValue>
{
    private readonly RelativeStrengthIndex _rsi;
    private readonly RangePosition _position;

    /// <summary>The stochastic of the relative strength index.</summary>
    /// <param name="rsi">Period of the index; at least 1. Usually 14.</param>
    /// <param name="period">Number of its values in the range; at least 1. Usually 14.</param>
    /// <param name="smoothing">Period of the position's smoothing; at least 1, which leaves it unchanged.</param>
    /// <param name="signal">Period of the mean of positions; at least 1. Usually 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public StochasticRsi(int rsi, int period, int smoothing, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rsi, 1);
        _position = new RangePosition(period, smoothing, signal);
        _rsi = new RelativeStrengthIndex(rsi);
    }

    /// <inheritdoc/>
    public bool IsReady => _position.IsReady;

    /// <inheritdoc/>
    public StochasticValue Undefined => _position.Undefined;

    /// <inheritdoc/>
    public StochasticValue Update(double value)
    {
        double rsi = _rsi.Update(value);
        return _rsi.IsReady ? _position.Update(rsi) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _rsi.Reset();
        _position.Reset();
    }
}
