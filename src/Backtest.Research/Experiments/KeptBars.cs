using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// The bars of an experiment, read once for all its passes where they fit into memory. Others are read again in each pass, after once to their
/// end, since only then is it known what they are.
/// </summary>
internal sealed class KeptBars : IBarSourceFactory, IBarSource
{
    private const int RowsAtOnce = 4096;

    private readonly IBarSourceFactory _sources;
    private readonly Dictionary<SourceSeries, BarSeries> _bars = [];
    private readonly KeptFiner? _finer;
    private readonly bool _isKept;
    private readonly int[] _days;
    private readonly int[] _barsOfDay;
    private readonly long[] _endsOfDays; // of the last bar by then

    private KeptBars(IBarSourceFactory sources, WorkflowConfig run, long mostBars, CancellationToken cancellation)
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
        if (run.Execution.FinerBars is not { } asked)
            return;
        using IBarSource finer = sources.OpenFiner(data, Series, asked.Timeframe, cancellation);
        _finer = new KeptFiner(finer, asked.Timeframe, Math.Max(0, mostBars - kept), cancellation);
        Files = [.. Files, .. _finer.Files.ExceptBy(Files.Select(file => file.Path), file => file.Path)];
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

    /// <summary>Which bars they are, as specifications of runs say it.</summary>
    public required string Asked { get; init; }

    /// <summary>The hash of what was read, or a word where it was read from no file.</summary>
    public string Fingerprint => DataFingerprint.Of(Files) ?? "none";

    /// <summary>The trading days of the first and the last bar.</summary>
    public (DateOnly First, DateOnly Last) Days => (DateOnly.FromDayNumber(_days[0]), DateOnly.FromDayNumber(_days[^1]));

    /// <summary>The days that have a bar, as day numbers, in order.</summary>
    public ReadOnlySpan<int> TradingDays => _days;

    /// <summary>How many bars each of these days has: those of the symbol that has the most.</summary>
    public ReadOnlySpan<int> BarsOfDay => _barsOfDay;

    /// <summary>When the last bar that trades on each of these days ends, UTC ticks; never before one of an earlier day.</summary>
    public ReadOnlySpan<long> EndsOfDays => _endsOfDays;

    /// <summary>How many trading days end at a time or before it; null of no time.</summary>
    public double? DaysUntil(DateTime? time)
    {
        if (time is not { } at)
            return null;
        int place = _days.AsSpan().BinarySearch(DateOnly.FromDateTime(at.AddTicks(-1)).DayNumber);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>Reads the data of an experiment.</summary>
    /// <param name="sources">Opens sources.</param>
    /// <param name="asked">The specification of a run on them.</param>
    /// <param name="mostBars">How many bars are kept at most.</param>
    /// <param name="cancellation">Heard while data is read.</param>
    /// <exception cref="InputException">The data is missing or wrong.</exception>
    public static KeptBars Read(IBarSourceFactory sources, RunSpec asked, long mostBars, CancellationToken cancellation) =>
        new(sources, asked.Config, mostBars, cancellation) { Asked = asked.Data };

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) =>
        _isKept && ReferenceEquals(sources, Data) ? this : _sources.Open(sources, cancellation);

    /// <inheritdoc/>
    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        _finer is { IsKept: true } kept && ReferenceEquals(sources, Data) && kept.Timeframe == timeframe
            ? kept : _sources.OpenFiner(sources, bars, timeframe, cancellation);

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => _sources.ReadUniverse(options);

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) => new SeriesReader(_bars[series]);

    /// <summary>Nothing: the bars are for the next pass as well.</summary>
    public void Dispose()
    {
    }

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
