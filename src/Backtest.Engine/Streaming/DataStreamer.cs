using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Merges the bars of all instruments in the order of their ends, a chunk of whole turns at a time.</summary>
public sealed class DataStreamer : IDisposable
{
    private const int BytesPerBar = 64 + 16;

    private readonly SeriesFeed[] _feeds;
    private readonly int[] _cursors;
    private readonly int _rowsPerSeries;

    /// <summary>Reads every series from its first bar.</summary>
    /// <param name="source">Where the bars come from.</param>
    /// <param name="series">The series to fill, by the index of their instruments.</param>
    /// <param name="chunkBytes">About how much memory the bars of a chunk take; 0: one turn a chunk.</param>
    public DataStreamer(IBarSource source, IReadOnlyList<BarSeries> series, int chunkBytes)
    {
        _feeds = [.. series.Select(target => new SeriesFeed(source.Open(Find(source, target)), target))];
        _cursors = new int[_feeds.Length];
        _rowsPerSeries = Math.Max(1, chunkBytes / (BytesPerBar * _feeds.Length));
        Chunk = new BarChunk(series);
        Instruments = [.. series.Select(target => target.Instrument)];
        TotalBars = source.Series.Any(series => series.Bars is null) ? null : source.Series.Sum(series => series.Bars);
    }

    /// <summary>The chunk in flight.</summary>
    public BarChunk Chunk { get; }

    /// <summary>The instruments, in ordinal order of symbols.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>How many bars there are to stream; <see langword="null"/>: the source knows only once they are read.</summary>
    public long? TotalBars { get; }

    /// <summary>Fills the chunk with the next turns.</summary>
    /// <returns>Whether there were any.</returns>
    public bool MoveNext()
    {
        Chunk.Advance();
        long horizon = long.MaxValue;
        foreach (SeriesFeed feed in _feeds)
        {
            if (feed.Buffer(_rowsPerSeries) is { } end)
                horizon = Math.Min(horizon, end);
        }

        foreach (SeriesFeed feed in _feeds)
            feed.Deliver(horizon);
        Chunk.IsLast = Array.TrueForAll(_feeds, static feed => feed.IsExhausted);
        if (!MergeAligned())
            Merge();
        return Chunk.TurnCount > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SeriesFeed feed in _feeds)
            feed.Dispose();
    }

    /// <summary>Makes the turns where every series has a bar at each of them, the common case of one market.</summary>
    private bool MergeAligned()
    {
        BarSeries first = Chunk.Series[0];
        ReadOnlySpan<long> ends = first.End.AsSpan(0, first.Count);
        for (int s = 1; s < Chunk.Series.Length; s++)
        {
            BarSeries series = Chunk.Series[s];
            if (!ends.SequenceEqual(series.End.AsSpan(0, series.Count)))
                return false;
        }

        Chunk.AlignTurns(ends);
        return true;
    }

    private static SourceSeries Find(IBarSource source, BarSeries target) => source.Series.First(
        series => series.Symbol == target.Instrument.Symbol && series.Timeframe == target.Timeframe);

    private void Merge()
    {
        Array.Clear(_cursors);
        while (true)
        {
            long end = long.MaxValue;
            for (int s = 0; s < _cursors.Length; s++)
            {
                BarSeries series = Chunk.Series[s];
                if (_cursors[s] < series.Count)
                    end = Math.Min(end, series.End[_cursors[s]]);
            }

            if (end == long.MaxValue)
                return;
            for (int s = 0; s < _cursors.Length; s++)
            {
                BarSeries series = Chunk.Series[s];
                if (_cursors[s] < series.Count && series.End[_cursors[s]] == end)
                    Chunk.Add(new TurnBar(s, _cursors[s]++));
            }

            Chunk.CloseTurn(end);
        }
    }
}
