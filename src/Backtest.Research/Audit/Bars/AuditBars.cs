using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>The bars of a run, read into memory once; each run of an audit gets a changed copy of them.</summary>
internal sealed class AuditBars
{
    private const int RowsAtOnce = 4096;

    private readonly Dictionary<(string Symbol, Timeframe Timeframe), BarSeries> _bars = [];
    private readonly IReadOnlyList<DataFile> _files;
    private readonly Lock _reading = new();
    private readonly List<(Timeframe? Timeframe, AuditBars Bars)> _finer = [];

    private AuditBars(IBarSource source, CancellationToken cancellation)
    {
        Series = source.Series;
        Actions = source.Actions;
        foreach (SourceSeries series in Series)
        {
            var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
            using IBarReader reader = source.Open(series);
            while (reader.Read(bars, RowsAtOnce) > 0)
                cancellation.ThrowIfCancellationRequested();
            _bars.Add((series.Symbol, series.Timeframe), bars);
        }

        _files = source.Files;
        Ends = [.. _bars.Values.SelectMany(bars => bars.End.Take(bars.Count)).Distinct().Order()];
    }

    /// <summary>The series.</summary>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <summary>The files the bars came from, including those of requested finer bars.</summary>
    public IReadOnlyList<DataFile> Files => [.. _files, .. _finer.SelectMany(finer => finer.Bars.Files).ExceptBy(_files.Select(file => file.Path), file => file.Path)];

    /// <summary>Splits, dividends and delistings that are not in the prices.</summary>
    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <summary>The distinct ends of all bars, UTC ticks, in order.</summary>
    public long[] Ends { get; }

    /// <summary>The bars of a series.</summary>
    public BarSeries this[SourceSeries series] => _bars[(series.Symbol, series.Timeframe)];

    /// <summary>The bars of a series, or null if there are none.</summary>
    public BarSeries? Find(SourceSeries series) => _bars.GetValueOrDefault((series.Symbol, series.Timeframe));

    /// <summary>The number of bars of all series.</summary>
    public long Count => _bars.Values.Sum(bars => (long)bars.Count);

    /// <summary>Reads the bars of a run.</summary>
    /// <exception cref="InputException">The data is missing or invalid.</exception>
    public static AuditBars Read(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data, CancellationToken cancellation)
    {
        using IBarSource source = sources.Open(data, cancellation);
        return new AuditBars(source, cancellation);
    }

    /// <summary>The bars of a lower timeframe inside them, read once.</summary>
    /// <param name="timeframe">The timeframe, or null for the one that suits them.</param>
    /// <param name="open">Opens the bars.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">There are no such bars, or they are invalid.</exception>
    public AuditBars Finer(Timeframe? timeframe, Func<IBarSource> open, CancellationToken cancellation)
    {
        lock (_reading)
        {
            if (_finer.Find(known => known.Timeframe == timeframe).Bars is { } read)
                return read;
            using IBarSource source = open();
            var bars = new AuditBars(source, cancellation);
            _finer.Add((timeframe, bars));
            return bars;
        }
    }

    /// <summary>The number of rows of a series that end at a time or before it.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="time">The time, UTC ticks.</param>
    public static int RowsUntil(BarSeries bars, long time)
    {
        int row = Array.BinarySearch(bars.End, 0, bars.Count, time);
        return row < 0 ? ~row : row + 1;
    }
}
