using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
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
    private readonly bool _isKept;
    private readonly int[] _days;
    private readonly int[] _barsOfDay;

    private KeptBars(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data, long mostBars, CancellationToken cancellation)
    {
        _sources = sources;
        Data = data;
        using IBarSource source = sources.Open(data, cancellation);
        Series = source.Series;
        Actions = source.Actions;
        _isKept = Series.Sum(series => series.Bars ?? 0) <= mostBars;
        long kept = 0;
        var days = new Dictionary<int, int>();
        foreach (SourceSeries series in Series)
        {
            cancellation.ThrowIfCancellationRequested();
            BarSeries bars = Read(source, series, keepsRows: _isKept && kept <= mostBars, days, cancellation);
            kept += bars.Count;
            _bars.Add(series, bars);
        }

        _isKept &= kept <= mostBars;
        _days = [.. days.Keys.Order()];
        _barsOfDay = [.. _days.Select(day => days[day])];
        if (!_isKept)
            _bars.Clear();
        Files = source.Files;
        Warnings = source.Warnings;
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
        new(sources, asked.Config.Data, mostBars, cancellation) { Asked = asked.Data };

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) =>
        _isKept && ReferenceEquals(sources, Data) ? this : _sources.Open(sources, cancellation);

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => _sources.ReadUniverse(options);

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) => new Reader(_bars[series]);

    /// <summary>Nothing: the bars are for the next pass as well.</summary>
    public void Dispose()
    {
    }

    private static BarSeries Read(IBarSource source, SourceSeries series, bool keepsRows, Dictionary<int, int> days, CancellationToken cancellation)
    {
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
        using IBarReader reader = source.Open(series);
        (int last, int count) = (-1, 0);
        int done = 0;
        while (reader.Read(bars, RowsAtOnce) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int day in bars.Day.AsSpan(done, bars.Count - done))
            {
                (last, count) = (day, day == last ? count + 1 : 1);
                if (days.GetValueOrDefault(day) < count)
                    days[day] = count;
            }

            if (keepsRows)
                done = bars.Count;
            else
                bars.Truncate(0);
        }

        return bars;
    }

    private sealed class Reader(BarSeries bars) : IBarReader
    {
        private int _row;

        public int Read(BarSeries target, int count)
        {
            int read = Math.Min(count, bars.Count - _row);
            if (read > 0)
                target.Append(bars, _row, read);
            _row += read;
            return read;
        }

        public void Dispose()
        {
        }
    }
}
