using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Reads one series ahead of the chunk, so that a chunk can end at a time up to which every series has bars.</summary>
internal sealed class SeriesFeed : IDisposable
{
    private readonly IBarReader _reader;
    private readonly BarSeries _target;
    private BarSeries _ahead;
    private BarSeries _spare;
    private int _delivered;
    private bool _isRead;

    public SeriesFeed(IBarReader reader, BarSeries target)
    {
        _reader = reader;
        _target = target;
        _ahead = Empty(target);
        _spare = Empty(target);
    }

    /// <summary>Whether every bar has been delivered.</summary>
    public bool IsExhausted => _isRead && _delivered == _ahead.Count;

    /// <summary>Makes a number of bars available, or all that remain.</summary>
    /// <returns>The end of the last of them; <see langword="null"/> if none remain.</returns>
    public long? Buffer(int count)
    {
        DropDelivered();
        while (!_isRead && _ahead.Count - _delivered <= count)
            _isRead = _reader.Read(_ahead, count + 1 - (_ahead.Count - _delivered)) == 0;
        int atHand = Math.Min(count, _ahead.Count - _delivered);
        return atHand > 0 ? _ahead.End[_delivered + atHand - 1] : null;
    }

    /// <summary>Moves the bars that end at or before the horizon to the chunk's series.</summary>
    public void Deliver(long horizon)
    {
        int last = _ahead.Count;
        if (last > _delivered && _ahead.End[last - 1] > horizon)
        {
            int found = Array.BinarySearch(_ahead.End, _delivered, last - _delivered, horizon);
            last = found >= 0 ? found + 1 : ~found;
        }

        if (_delivered > 0 || last < _ahead.Count - last)
        {
            _target.Append(_ahead, _delivered, last - _delivered);
            _delivered = last;
            return;
        }

        // Most of the available rows are delivered: the columns are exchanged, and the few rows that remain are copied back.
        _target.Exchange(_ahead);
        _ahead.Truncate(0);
        _ahead.Append(_target, last, _target.Count - last);
        _target.Truncate(last);
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Moves the few undelivered bars to the front, so that the buffer does not grow with the history.</summary>
    private void DropDelivered()
    {
        if (_delivered == 0)
            return;
        _spare.Advance();
        _spare.Append(_ahead, _delivered, _ahead.Count - _delivered);
        (_ahead, _spare) = (_spare, _ahead);
        _delivered = 0;
    }

    private static BarSeries Empty(BarSeries like) => new(like.Instrument, like.Timeframe, like.Index, like.HasVolume, like.Bid is not null);
}
