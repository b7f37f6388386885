using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Merges the bars of all instruments and timeframes in the order of their ends, a chunk of whole turns at a time. Bars of higher timeframes that the
/// source does not have are built along the way. The stream ends with the last of the finest bars, on which trading takes place.
/// </summary>
public sealed class DataStreamer : IDisposable
{
    private const int BytesPerBar = 64 + 16;

    /// <summary>
    /// The maximum number of rows of a series in a chunk: their results, mainly the rows of tables, should stay in the cache until they are hashed
    /// and written.
    /// </summary>
    internal const int MostRows = 2048;

    private readonly BarSeries[] _finest;
    private readonly BarSeries[] _higher;
    private readonly RunSeries _series;
    private readonly SeriesFeed[] _feeds; // those of the finest first
    private readonly FinerBars[] _finer;
    private readonly RowSort _sort = new();
    private readonly int _rowsPerSeries;
    private readonly bool _isTurnByTurn;

    /// <summary>Reads every series from its first bar.</summary>
    /// <param name="source">The source of the bars.</param>
    /// <param name="series">The series to fill.</param>
    /// <param name="chunkBytes">The approximate memory of the bars of a chunk, in bytes; 0 for chunks of one turn.</param>
    /// <param name="mostRows">The maximum number of rows of a series in a chunk.</param>
    /// <param name="finer">The bars of lower timeframes to read along with them.</param>
    public DataStreamer(
        IBarSource source, RunSeries series, int chunkBytes, int mostRows = MostRows, params IReadOnlyList<FinerBars> finer)
    {
        // Within a turn instruments are in ordinal order of symbols, whatever the order in which higher timeframes were requested.
        HigherSeries[] higher = [.. series.Higher.OrderBy(item => item.Bars.Instrument.Index).ThenBy(item => item.Bars.Timeframe.Ticks)];
        _finest = [.. series.Finest];
        _higher = [.. higher.Select(item => item.Bars)];
        _series = series;
        var offered = source.Series.DistinctBy(Key).ToDictionary(Key);
        IEnumerable<BarSeries> read = _finest.Concat(higher.Where(item => item.Resampler is null).Select(item => item.Bars));
        _feeds = [.. read.Select(target => new SeriesFeed(source.Open(offered[Key(target)]), target))];
        _isTurnByTurn = chunkBytes == 0;
        _finer = [.. finer];
        _rowsPerSeries = (int)Math.Clamp(chunkBytes / (BytesPerBar * (_feeds.Length + finer.Sum(bars => bars.RowsPerRow))), 1, mostRows);
        Chunk = new BarChunk(series);
        Instruments = [.. _finest.Select(target => target.Instrument)];
        long?[] counts = [.. _finest.Select(target => offered[Key(target)].Bars)];
        TotalBars = counts.Contains(null) ? null : counts.Sum();
    }

    /// <summary>The current chunk.</summary>
    public BarChunk Chunk { get; }

    /// <summary>The instruments, in ordinal order of symbols.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>
    /// The number of bars of the finest timeframes to stream; <see langword="null"/> if the source does not know it before they are read.
    /// </summary>
    public long? TotalBars { get; }

    /// <summary>The higher timeframes, from the shortest to the longest.</summary>
    public IReadOnlyList<Timeframe> HigherTimeframes =>
        [.. _higher.Select(series => series.Timeframe).Distinct().OrderBy(timeframe => timeframe.Ticks)];

    /// <summary>Fills the chunk with the next turns.</summary>
    /// <returns>Whether there were any.</returns>
    public bool MoveNext()
    {
        Chunk.Advance();
        ReadOnlySpan<SeriesFeed> finest = _feeds.AsSpan(0, _finest.Length);
        long horizon = Buffer(finest);
        if (horizon == long.MaxValue)
            return false; // bars that are incomplete when the data ends are never seen
        horizon = Math.Min(horizon, Buffer(_feeds.AsSpan(_finest.Length)));
        if (_isTurnByTurn)
            horizon = Math.Min(horizon, _series.PendingEnd);
        foreach (SeriesFeed feed in _feeds)
            feed.Deliver(horizon);
        _series.Resample(horizon);
        foreach (FinerBars bars in _finer)
            bars.Advance();
        Chunk.IsLast = AreExhausted(finest);
        MakeTurns();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SeriesFeed feed in _feeds)
            feed.Dispose();
        foreach (FinerBars bars in _finer)
            bars.Dispose();
    }

    /// <summary>Makes every feed read ahead.</summary>
    /// <returns>The time up to which all feeds with bars left have them available, UTC ticks; <see cref="long.MaxValue"/> if none has any.</returns>
    private long Buffer(ReadOnlySpan<SeriesFeed> feeds)
    {
        long horizon = long.MaxValue;
        foreach (SeriesFeed feed in feeds)
            horizon = Math.Min(horizon, feed.Buffer(_rowsPerSeries) ?? long.MaxValue);
        return horizon;
    }

    private static bool AreExhausted(ReadOnlySpan<SeriesFeed> feeds)
    {
        foreach (SeriesFeed feed in feeds)
        {
            if (!feed.IsExhausted)
                return false;
        }

        return true;
    }

    private void MakeTurns()
    {
        if (!MergeAligned())
        {
            _sort.Sort(_finest);
            Chunk.MakeTurns(_sort);
        }

        if (_higher.Length == 0)
            return;
        _sort.Sort(_higher);
        Chunk.AddHigher(_sort);
    }

    /// <summary>Creates the turns if every series has a bar at each of them, which is the common case for a single market.</summary>
    private bool MergeAligned()
    {
        BarSeries first = _finest[0];
        ReadOnlySpan<long> ends = first.End.AsSpan(0, first.Count);
        for (int s = 1; s < _finest.Length; s++)
        {
            BarSeries series = _finest[s];
            if (!ends.SequenceEqual(series.End.AsSpan(0, series.Count)))
                return false;
        }

        Chunk.AlignTurns(ends);
        return true;
    }

    private static (string Symbol, Timeframe Timeframe) Key(SourceSeries series) => (series.Symbol, series.Timeframe);

    private static (string Symbol, Timeframe Timeframe) Key(BarSeries series) => (series.Instrument.Symbol, series.Timeframe);
}
