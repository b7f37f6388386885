using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The highest high and the lowest low of the last bars, the current one included; read it one bar ago to leave that out. Ready at the
/// <c>period</c>-th bar.
/// </summary>
/// <remarks>R. Donchian, 1960.</remarks>
public sealed class DonchianChannel : IBarIndicator<ChannelValue>, IBarColumn<ChannelValue>
{
    // The number of rows whose extremes are on the stack at a time.
    private const int Tile = 256;

    private MovingExtremes _extremes;

    /// <summary>The highest high and the lowest low of the last bars.</summary>
    /// <param name="period">Number of bars; at least 1. Donchian's is 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public DonchianChannel(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _extremes.IsReady;

    /// <inheritdoc/>
    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChannelValue Update(BarEvent bar)
    {
        _extremes.Update(bar.High, bar.Low);
        return new ChannelValue(_extremes.Highest, _extremes.Middle, _extremes.Lowest);
    }

    /// <inheritdoc/>
    void IBarColumn<ChannelValue>.Update(BarSeries bars, int from, Span<ChannelValue> values, ref int done)
    {
        Span<double> highest = stackalloc double[Tile];
        Span<double> lowest = stackalloc double[Tile];
        for (int start = 0; start < values.Length; start += Tile)
        {
            Span<ChannelValue> tile = values.Slice(start, Math.Min(Tile, values.Length - start));
            _extremes.Update(
                bars.High.AsSpan(from + start, tile.Length), bars.Low.AsSpan(from + start, tile.Length), highest, lowest);
            for (int row = 0; row < tile.Length; row++)
                tile[row] = new ChannelValue(highest[row], (highest[row] + lowest[row]) / 2, lowest[row]);
        }

        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _extremes.Reset();
}
