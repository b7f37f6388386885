using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// The bars of an experiment, read once for all its passes if they fit into memory. Otherwise each pass reads them again, after an initial reading
/// to their end, because only then is their content known.
/// </summary>
internal sealed class KeptBars : IBarSourceFactory, IBarSource
{
    private const int RowsAtOnce = 4096;

    private readonly IBarSourceFactory _sources;
    private readonly Dictionary<SourceSeries, BarSeries> _bars = [];
    private readonly KeptFiner[] _finer;
    private readonly List<(Timeframe? Timeframe, InputException Exception)> _refused = [];
    private readonly bool _isKept;
    private readonly int[] _days;
    private readonly int[] _barsOfDay;
    private readonly long[] _endsOfDays; // the end of the last bar up to that day
    private readonly IReadOnlyList<DataFile> _own; // without those of finer bars

    private KeptBars(
        IBarSourceFactory sources, WorkflowConfig run, IEnumerable<FinerBarsConfig> searched, long mostBars, CancellationToken cancellation)
    {
        IReadOnlyList<BarSourceOptions> data = run.Data;
        _sources = sources;
        Data = data;
        using IBarSource source = sources.Open(data, cancellation);
        Series = source.Series;
        Actions = source.Actions;
        _isKept = Series.Sum(series => series.Bars ?? 0) <= mostBars;
        long kept = 0;
        var days = new Dictionary<int, int>();
        var ends = new Dictionary<int, long>();
        foreach (SourceSeries series in Series)
        {
            cancellation.ThrowIfCancellationRequested();
            BarSeries bars = Read(source, series, keepsRows: _isKept && kept <= mostBars, days, ends, cancellation);
            kept += bars.Count;
            _bars.Add(series, bars);
        }

        _isKept &= kept <= mostBars;
        _days = [.. days.Keys.Order()];
        _barsOfDay = [.. _days.Select(day => days[day])];
        _endsOfDays = [.. _days.Select(day => ends.GetValueOrDefault(day))];
        for (int day = 1; day < _endsOfDays.Length; day++)
            _endsOfDays[day] = Math.Max(_endsOfDays[day], _endsOfDays[day - 1]);
        if (!_isKept)
            _bars.Clear();
        Files = source.Files;
        Warnings = source.Warnings;
        _own = Files;
        _finer = ReadFiner(run.Execution.FinerBars, searched, mostBars - kept, cancellation);
        foreach (KeptFiner finer in _finer)
            Files = With(Files, finer);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataWarning> Warnings { get; }

    /// <summary>The sources they were read from.</summary>
    public IReadOnlyList<BarSourceOptions> Data { get; }

    /// <summary>Which bars they are, as specifications of runs name them.</summary>
    public required string Asked { get; init; }

    /// <summary>The hash of everything that all runs on them read, or a fixed word if nothing was read from files.</summary>
    public string Fingerprint => FingerprintOf(Files);

    /// <summary>The hash of everything a run on them reads: the bars, and the finer bars it uses.</summary>
    /// <exception cref="InputException">There are no such finer bars.</exception>
    public string FingerprintOf(WorkflowConfig run) => FingerprintOf(run.Execution.FinerBars is { } asked ? With(_own, Finer(asked.Timeframe)) : _own);

    /// <summary>The trading days of the first and the last bar.</summary>
    public (DateOnly First, DateOnly Last) Days => (DateOnly.FromDayNumber(_days[0]), DateOnly.FromDayNumber(_days[^1]));

    /// <summary>The days that have a bar, as day numbers, in order.</summary>
    public ReadOnlySpan<int> TradingDays => _days;

    /// <summary>The number of bars on each of these days, of the symbol that has the most.</summary>
    public ReadOnlySpan<int> BarsOfDay => _barsOfDay;

    /// <summary>When the last bar of each of these days ends, UTC ticks; never before that of an earlier day.</summary>
    public ReadOnlySpan<long> EndsOfDays => _endsOfDays;

    /// <summary>The number of trading days that end at a time or before it, or null for no time.</summary>
    public double? DaysUntil(DateTime? time)
    {
        if (time is not { } at)
            return null;
        int place = _days.AsSpan().BinarySearch(DateOnly.FromDateTime(at.AddTicks(-1)).DayNumber);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>Reads the data of an experiment.</summary>
    /// <param name="sources">Opens sources.</param>
    /// <param name="asked">The specification of a run on the data.</param>
    /// <param name="searched">The finer bars that other runs use.</param>
    /// <param name="mostBars">The maximum number of bars to keep.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The data is missing or invalid.</exception>
    public static KeptBars Read(
        IBarSourceFactory sources, RunSpec asked, IEnumerable<FinerBarsConfig> searched, long mostBars, CancellationToken cancellation) =>
        new(sources, asked.Config, searched, mostBars, cancellation) { Asked = asked.Data };

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) =>
        _isKept && ReferenceEquals(sources, Data) ? this : _sources.Open(sources, cancellation);

    /// <inheritdoc/>
    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        ReferenceEquals(sources, Data) && Array.Find(_finer, finer => finer.Timeframe == timeframe) is { IsKept: true } kept
            ? kept : _sources.OpenFiner(sources, bars, timeframe, cancellation);

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => _sources.ReadUniverse(options);

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) => new SeriesReader(_bars[series]);

    /// <summary>Does nothing: later passes need the bars.</summary>
    public void Dispose()
    {
    }

    /// <summary>
    /// Reads the finer bars of a run, which must exist, and those of other runs, which may be missing: that is an error only of those runs.
    /// </summary>
    private KeptFiner[] ReadFiner(FinerBarsConfig? own, IEnumerable<FinerBarsConfig> searched, long mostBars, CancellationToken cancellation)
    {
        var read = new List<KeptFiner>();
        Timeframe?[] others = [.. searched.Select(asked => asked.Timeframe).Where(timeframe => own is null || timeframe != own.Timeframe).Distinct()];
        Timeframe?[] all = own is null ? others : [own.Timeframe, .. others];
        foreach ((int place, Timeframe? timeframe) in all.Index())
        {
            try
            {
                using IBarSource source = _sources.OpenFiner(Data, Series, timeframe, cancellation);
                read.Add(new KeptFiner(source, timeframe, Math.Max(0, mostBars - read.Sum(finer => finer.Kept)), cancellation));
            }
            catch (InputException exception) when (place > 0 || own is null)
            {
                _refused.Add((timeframe, exception));
            }
        }

        return [.. read];
    }

    private KeptFiner Finer(Timeframe? timeframe) => Array.Find(_finer, finer => finer.Timeframe == timeframe)
        ?? throw new InputException(_refused.Find(refused => refused.Timeframe == timeframe).Exception.Errors);

    private static IReadOnlyList<DataFile> With(IReadOnlyList<DataFile> files, KeptFiner finer) =>
        [.. files, .. finer.Files.ExceptBy(files.Select(file => file.Path), file => file.Path)];

    private static string FingerprintOf(IReadOnlyList<DataFile> files) => DataFingerprint.Of(files) ?? "none";

    private static BarSeries Read(IBarSource source, SourceSeries series, bool keepsRows, Dictionary<int, int> days, Dictionary<int, long> ends, CancellationToken cancellation)
    {
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
        using IBarReader reader = source.Open(series);
        bool isFinest = !source.Series.Any(other => other.Symbol == series.Symbol && other.Timeframe.Ticks < series.Timeframe.Ticks);
        (int last, int count) = (-1, 0);
        int done = 0;
        while (reader.Read(bars, RowsAtOnce) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int row = done; row < bars.Count; row++)
            {
                int day = bars.Day[row];
                (last, count) = (day, day == last ? count + 1 : 1);
                if (days.GetValueOrDefault(day) < count)
                    days[day] = count;
                if (isFinest && (row == bars.Count - 1 || bars.Day[row + 1] != day))
                    ends[day] = Math.Max(ends.GetValueOrDefault(day), bars.End[row]);
            }

            if (keepsRows)
                done = bars.Count;
            else
                bars.Truncate(0);
        }

        return bars;
    }
}
