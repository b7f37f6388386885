using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The stochastic oscillator: where the close lies between the lowest low and the highest high of the last bars, smoothed, and the mean of
/// that. Ready at bar <c>period</c> + <c>smoothing</c> + <c>signal</c> − 2. Halfway, 50, where the bars have no range.
/// </summary>
/// <remarks>
/// G. C. Lane, Lane's Stochastics, Stocks and Commodities 2:3, 1984. A smoothing of 1 makes it the fast stochastic, of 3 the slow one.
/// </remarks>
public sealed class Stochastic : IBarIndicator<StochasticValue>, IBarColumn<StochasticValue>
{
    // So many rows at a time have their extremes and positions on the stack.
    private const int Tile = 128;

    private MovingExtremes _extremes;
    private MovingMean _smoothed;
    private MovingMean _signal;

    /// <summary>The stochastic oscillator.</summary>
    /// <param name="period">Number of bars in the range; at least 1. Lane's is 14.</param>
    /// <param name="smoothing">Period of the position's smoothing; at least 1, which leaves it unchanged.</param>
    /// <param name="signal">Period of the mean of positions; at least 1. Usually 3.</param>
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
    void IBarColumn<StochasticValue>.Update(BarSeries bars, int from, Span<StochasticValue> values, ref int done)
    {
        int row = 0;
        for (; row < values.Length && !IsReady; row++)
            values[row] = Update(new BarEvent(bars, from + row));
        while (row < values.Length)
        {
            int count = Math.Min(Tile, values.Length - row);
            UpdateTile(bars, from + row, values.Slice(row, count));
            row += count;
        }

        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _extremes.Reset();
        _smoothed.Reset();
        _signal.Reset();
    }

    private void UpdateTile(BarSeries bars, int from, Span<StochasticValue> values)
    {
        Span<double> highest = stackalloc double[values.Length];
        Span<double> lowest = stackalloc double[values.Length];
        Span<double> positions = stackalloc double[values.Length];
        ReadOnlySpan<double> closes = bars.Close.AsSpan(from, values.Length);
        _extremes.Update(bars.High.AsSpan(from, values.Length), bars.Low.AsSpan(from, values.Length), highest, lowest);
        for (int row = 0; row < values.Length; row++)
            positions[row] = 100 * MovingExtremes.PositionOf(closes[row], lowest[row], highest[row]);
        _smoothed.Update(positions, positions);
        Span<double> means = highest;
        _signal.Update(positions, means);
        for (int row = 0; row < values.Length; row++)
            values[row] = new StochasticValue(positions[row], means[row]);
    }
}
