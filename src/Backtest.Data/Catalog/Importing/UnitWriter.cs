using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Writes the bars of one unit on its own thread while the caller continues to read.</summary>
internal sealed class UnitWriter : IBarSink, IDisposable
{
    private const int BlocksInFlight = 32;

    // When bars of many symbols alternate, at most this many (about 120 MB) wait for their row groups to fill.
    private const int MostWaiting = 1 << 21;

    private readonly CatalogFolder _folder;
    private readonly IReadOnlyList<CatalogSeries> _present;
    private readonly ImportUnit _unit;
    private readonly bool _replaces;
    private readonly Action<int> _onRead;
    private readonly Dictionary<SourceSeries, SeriesWriter> _series = new(ReferenceEqualityComparer.Instance);
    private readonly BlockingCollection<(SeriesWriter Series, BarSeries Bars)> _blocks = new(BlocksInFlight);
    private readonly ConcurrentBag<BarSeries> _spare = [];
    private readonly CancellationTokenSource _failed = new();
    private readonly Task _writing;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts the writer.</summary>
    /// <param name="folder">The catalog.</param>
    /// <param name="present">The series it contains.</param>
    /// <param name="unit">The unit to import.</param>
    /// <param name="replaces">Whether it may replace series imported from other files.</param>
    /// <param name="onRead">Called with the number of bars taken.</param>
    public UnitWriter(CatalogFolder folder, IReadOnlyList<CatalogSeries> present, ImportUnit unit, bool replaces, Action<int> onRead)
    {
        _folder = folder;
        _present = present;
        _unit = unit;
        _replaces = replaces;
        _onRead = onRead;
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public void Take(SourceSeries series, BarSeries bars)
    {
        if (!_series.TryGetValue(series, out SeriesWriter? writer))
            _series.Add(series, writer = Begin(series));
        if (!_spare.TryTake(out BarSeries? block))
            block = new BarSeries(bars.Instrument, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
        int count = bars.Count;
        if (bars.Bid is not null == series.HasQuotes)
            block.Exchange(bars);
        else
            Copy(bars, block);
        try
        {
            _blocks.Add((writer, block), _failed.Token);
        }
        catch (OperationCanceledException)
        {
            _writing.Wait();
            _failure?.Throw();
        }

        _onRead(count);
    }

    /// <summary>Writes the remaining bars and moves each series into place.</summary>
    /// <param name="timeZone">The zone of the trading days.</param>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public IReadOnlyList<ImportedSeries> Commit(string timeZone)
    {
        _blocks.CompleteAdding();
        _writing.Wait();
        _failure?.Throw();
        SeriesOrigin origin = _unit.Origin(_series.Count);
        var written = new List<ImportedSeries>();
        foreach ((SourceSeries series, SeriesWriter writer) in _series)
        {
            string zone = series.Calendar is ZoneCalendar dates ? dates.TimeZone : timeZone;
            CatalogSeries done = writer.Complete(zone, _unit.ActionsOf(series.Symbol), origin);
            written.Add(new ImportedSeries(done, Find(series) is null ? ImportOutcome.Added : ImportOutcome.Renewed));
        }

        foreach (SeriesWriter writer in _series.Values)
            writer.Commit();
        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blocks.CompleteAdding();
        _failed.Cancel();
        _writing.Wait();
        foreach (SeriesWriter writer in _series.Values)
            writer.Dispose();
        _blocks.Dispose();
        _failed.Dispose();
    }

    /// <summary>Copies bars; when there are several files, only some of them may have quotes.</summary>
    private static void Copy(BarSeries bars, BarSeries block)
    {
        block.Append(bars, 0, bars.Count);
        bars.Advance();
    }

    private CatalogSeries? Find(SourceSeries series) =>
        _present.FirstOrDefault(present => present.Symbol == series.Symbol && present.Timeframe == series.Timeframe);

    private SeriesWriter Begin(SourceSeries series)
    {
        if (Find(series) is { } present && !_replaces && !_unit.Covers(present))
        {
            throw new InputException(new InputError(
                "series_exists",
                $"the catalog has {series.Timeframe} bars of {series.Symbol} from other files, which these would replace.")
            {
                Position = new SourcePosition(present.Folder),
                Fix = "Import all files of a series together, or use --replace to replace them.",
            });
        }

        int generation = (Find(series)?.Generation ?? 0) + 1;
        return TradingCalendars.Names.Contains(series.Calendar.Name)
            ? new SeriesWriter(_folder, series, generation, calendarFile: null)
            : new SeriesWriter(_folder, series, generation, Keep(series));
    }

    private string Keep(SourceSeries series) =>
        series.Calendar is ExchangeCalendar { Table: { } table } && CatalogCalendars.CanKeep(table) ? _folder.Keep(table) : throw Unkept(series);

    private static InputException Unkept(SourceSeries series) => new(new InputError(
        "calendar_not_kept", $"{series.Symbol} uses '{series.Calendar.Name}', a calendar that its source defines, which a catalog cannot store.")
    {
        Key = "data.calendar",
        Fix = $"Set its calendar to one of {string.Join(", ", TradingCalendars.Names)}.",
    });

    private void Write()
    {
        try
        {
            var begun = new HashSet<SeriesWriter>();
            int waiting = 0;
            foreach ((SeriesWriter series, BarSeries bars) in _blocks.GetConsumingEnumerable(_failed.Token))
            {
                begun.Add(series);
                int before = series.Waiting;
                series.Take(bars);
                waiting += series.Waiting - before;
                bars.Advance();
                _spare.Add(bars);
                if (waiting > MostWaiting && begun.MaxBy(one => one.Waiting) is { } fullest)
                {
                    waiting -= fullest.Waiting;
                    fullest.Flush();
                }
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _failed.Cancel();
        }
    }
}
