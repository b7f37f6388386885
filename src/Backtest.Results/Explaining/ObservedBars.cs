using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A bar in the data of a run.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">Its length.</param>
/// <param name="Start">Its start, UTC.</param>
/// <param name="End">Its end, UTC.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Volume">The volume, or null if the data has none.</param>
public sealed record ObservedBar(
    string Symbol, Timeframe Timeframe, DateTime Start, DateTime End, double Open, double High, double Low, double Close, double? Volume);

/// <summary>The indicator values available to a strategy at a bar.</summary>
/// <param name="Portfolio">Its portfolio.</param>
/// <param name="Strategy">Its name.</param>
/// <param name="Bar">The bar it decides on.</param>
/// <param name="Index">The number of bars before it.</param>
/// <param name="ReadyIndex">The number of bars before the first at which all its indicators were ready, or null until they are.</param>
/// <param name="Indicators">Its indicators at that bar.</param>
public sealed record ObservedReading(
    string Portfolio, string Strategy, ObservedBar Bar, long Index, long? ReadyIndex, IReadOnlyList<IndicatorReading> Indicators);

/// <summary>A range of bars to observe.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="From">The earliest start, UTC.</param>
/// <param name="To">The latest start, UTC, inclusive.</param>
public readonly record struct BarMoment(string Symbol, DateTime From, DateTime To)
{
    /// <summary>One bar.</summary>
    public static BarMoment At(string symbol, DateTime start) => new(symbol, start, start);
}

/// <summary>Collects bars from the data of a run, and the indicator values of its strategies at them.</summary>
/// <param name="wanted">The bars to collect.</param>
public sealed class ObservedBars(params IReadOnlyList<BarMoment> wanted) : IBarObserver
{
    private readonly Dictionary<string, Moments> _wanted = wanted.GroupBy(moment => moment.Symbol, StringComparer.Ordinal)
        .ToDictionary(moments => moments.Key, moments => new Moments(moments), StringComparer.Ordinal);

    private readonly List<ObservedBar> _bars = [];
    private readonly List<ObservedReading> _readings = [];
    private readonly Dictionary<(string, DateTime), ObservedBar> _barsByStart = [];
    private readonly Dictionary<(string, string, string, DateTime), ObservedReading> _readingsByStart = [];
    private readonly long _last = wanted.Count == 0 ? long.MinValue : wanted.Max(moment => moment.To.Ticks);
    private IReadOnlyList<ObservedStrategy> _strategies = [];

    /// <summary>The bars found, of every timeframe the run reads; of those with the same symbol and start, the finest comes first.</summary>
    public IReadOnlyList<ObservedBar> Bars => _bars;

    /// <summary>The indicator values of strategies at these bars.</summary>
    public IReadOnlyList<ObservedReading> Readings => _readings;

    /// <summary>The bar that starts at a time, or null if it was not found.</summary>
    public ObservedBar? Bar(string symbol, DateTime start) => _barsByStart.GetValueOrDefault((symbol, start));

    /// <summary>The indicator values of a strategy at the bar that starts at a time, or null if it was not found.</summary>
    public ObservedReading? Reading(string portfolio, string strategy, string symbol, DateTime start) =>
        _readingsByStart.GetValueOrDefault((portfolio, strategy, symbol, start));

    /// <inheritdoc/>
    public void Begin(ObservedData data) => _strategies = data.Strategies;

    /// <inheritdoc/>
    public bool Observe(BarChunk chunk)
    {
        bool isOver = true;
        foreach (Abstractions.Runtime.BarSeries series in chunk.Series)
        {
            isOver &= series.Count == 0 || series.Start[series.Count - 1] > _last;
            foreach (int row in RowsOf(series))
                Add(BarOf(series, row));
        }

        foreach (ObservedStrategy strategy in _strategies)
        {
            foreach (int row in RowsOf(strategy.Bars))
                Add(ReadingOf(strategy, row));
        }

        return !isOver;
    }

    private IEnumerable<int> RowsOf(Abstractions.Runtime.BarSeries series)
    {
        if (!_wanted.TryGetValue(series.Instrument.Symbol, out Moments? moments))
            yield break;
        for (int row = 0; row < series.Count; row++)
        {
            if (moments.Has(series.Start[row]))
                yield return row;
        }
    }

    private void Add(ObservedBar bar)
    {
        _bars.Add(bar);
        _barsByStart.TryAdd((bar.Symbol, bar.Start), bar);
    }

    private void Add(ObservedReading reading)
    {
        _readings.Add(reading);
        _readingsByStart.TryAdd((reading.Portfolio, reading.Strategy, reading.Bar.Symbol, reading.Bar.Start), reading);
    }

    private static ObservedBar BarOf(Abstractions.Runtime.BarSeries series, int row) => new(
        series.Instrument.Symbol, series.Timeframe, new DateTime(series.Start[row], DateTimeKind.Utc), new DateTime(series.End[row], DateTimeKind.Utc),
        series.Open[row], series.High[row], series.Low[row], series.Close[row], series.HasVolume ? series.Volume[row] : null);

    private static ObservedReading ReadingOf(ObservedStrategy strategy, int row)
    {
        var values = new double[strategy.IndicatorNames.Count];
        strategy.ReadIndicators(row, values);
        long ready = strategy.ReadyIndex;
        return new ObservedReading(
            strategy.Portfolio, strategy.Strategy, BarOf(strategy.Bars, row), strategy.Bars.FirstIndex + row, ready == long.MaxValue ? null : ready,
            [.. strategy.IndicatorNames.Zip(values, (name, value) => new IndicatorReading(name, double.IsFinite(value) ? value : null))]);
    }

    /// <summary>The requested ranges of a symbol, in order.</summary>
    private sealed class Moments
    {
        private readonly long[] _from;
        private readonly long[] _until; // the latest end of all moments up to this one

        public Moments(IEnumerable<BarMoment> moments)
        {
            BarMoment[] sorted = [.. moments.OrderBy(moment => moment.From)];
            _from = [.. sorted.Select(moment => moment.From.Ticks)];
            _until = new long[sorted.Length];
            long latest = long.MinValue;
            for (int i = 0; i < sorted.Length; i++)
                _until[i] = latest = Math.Max(latest, sorted[i].To.Ticks);
        }

        /// <summary>Whether a bar with this start is in one of them.</summary>
        public bool Has(long start)
        {
            int found = Array.BinarySearch(_from, start);
            int last = found >= 0 ? found : ~found - 1;
            return last >= 0 && _until[last] >= start;
        }
    }
}
