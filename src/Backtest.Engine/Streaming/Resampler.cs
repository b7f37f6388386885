using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Builds bars of a higher timeframe from an instrument's finest bars, chunk by chunk. A finest bar belongs to the bucket in which it ends, so a
/// bucket is complete at its end; bars that end outside the regular session belong to no bucket.
/// </summary>
internal sealed class Resampler(BarSeries finest, BarSeries bars, BucketGrid grid)
{
    private int _day = int.MinValue;
    private TradingSession _session;
    private Bucket _bucket = new(0, long.MinValue, 0);
    private bool _isOpen;
    private double _open;
    private double _high;
    private double _low;
    private double _close;
    private double _volume;

    /// <summary>The end of the current bucket, UTC ticks; <see cref="long.MaxValue"/> if there is none.</summary>
    public long PendingEnd => _isOpen ? _bucket.End : long.MaxValue;

    /// <summary>Takes the finest bars of the chunk, and closes every bucket that ends by a time.</summary>
    /// <param name="time">The end of the last bar of any series in the chunk, UTC ticks.</param>
    public void Take(long time)
    {
        for (int row = 0; row < finest.Count; row++)
        {
            long end = finest.End[row];
            if (finest.Day[row] != _day)
            {
                _day = finest.Day[row];
                _session = grid.Session(_day);
            }

            if (end <= _session.Open || end > _session.Close)
                continue;
            if (end > _bucket.End)
            {
                Close();
                Open(row);
            }

            _high = Math.Max(_high, finest.High[row]);
            _low = Math.Min(_low, finest.Low[row]);
            _close = finest.Close[row];
            _volume += finest.Volume[row];
        }

        if (_bucket.End <= time)
            Close();
    }

    private void Open(int row)
    {
        _bucket = grid.Of(_day, _session, finest.End[row]);
        _isOpen = true;
        _open = finest.Open[row];
        _high = finest.High[row];
        _low = finest.Low[row];
        _volume = 0;
    }

    private void Close()
    {
        if (!_isOpen)
            return;
        bars.Append(_bucket.Start, _bucket.End, _open, _high, _low, _close, _volume, _bucket.Day);
        _isOpen = false;
    }
}
