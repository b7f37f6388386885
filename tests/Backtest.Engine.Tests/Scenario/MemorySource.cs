using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A source of a test's bars.</summary>
public sealed class MemorySource(
    IReadOnlyDictionary<string, IReadOnlyList<TestBar>> bars,
    Timeframe timeframe,
    Func<IEnumerable<string>, IEnumerable<string>>? order = null,
    ITradingCalendar? calendar = null,
    IReadOnlyDictionary<(string Symbol, Timeframe Timeframe), IReadOnlyList<TestBar>>? higher = null,
    IReadOnlyList<CorporateAction>? actions = null,
    Universe? universe = null,
    IReadOnlyDictionary<string, (Timeframe Timeframe, ITradingCalendar? Calendar)>? own = null,
    IReadOnlyList<AdjustmentStep>? adjustments = null,
    bool hasUnknownAdjustment = false,
    IReadOnlyDictionary<string, (Timeframe Timeframe, IReadOnlyList<TestBar> Bars)>? finer = null) : IBarSource, IBarSourceFactory
{
    private readonly IReadOnlyDictionary<(string Symbol, Timeframe Timeframe), IReadOnlyList<TestBar>> _higher =
        higher ?? new Dictionary<(string, Timeframe), IReadOnlyList<TestBar>>();

    public IReadOnlyList<SourceSeries> Series =>
    [
        .. (order ?? (symbols => symbols))(bars.Keys.Order(StringComparer.Ordinal)).SelectMany(symbol =>
            _higher.Where(series => series.Key.Symbol == symbol)
                .Select(series => Offer(symbol, series.Key.Timeframe, series.Value))
                .Prepend(Offer(symbol, Finest(symbol), bars[symbol]))),
    ];

    public IReadOnlyList<DataFile> Files => [];

    public IReadOnlyList<CorporateAction> Actions => actions ?? [];

    public IBarReader Open(SourceSeries series) => new Reader(
        series.Timeframe == Finest(series.Symbol) ? bars[series.Symbol] : _higher[(series.Symbol, series.Timeframe)], series.Timeframe);

    public Universe ReadUniverse(UniverseOptions options) => universe!;

    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) => this;

    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        finer is null
            ? throw new InputException(new InputError("no_finer_bars", "the test has no bars of a lower timeframe"))
            : new MemorySource(
                finer.ToDictionary(own => own.Key, own => own.Value.Bars), Timeframe.Day, calendar: calendar,
                own: finer.ToDictionary(own => own.Key, own => (own.Value.Timeframe, (ITradingCalendar?)null)));

    public void Dispose()
    {
    }

    private Timeframe Finest(string symbol) => own is not null && own.TryGetValue(symbol, out var differs) ? differs.Timeframe : timeframe;

    private SourceSeries Offer(string symbol, Timeframe length, IReadOnlyList<TestBar> offered) =>
        new(symbol, length, offered.Any(bar => bar.Volume > 0), offered.Count, own?.GetValueOrDefault(symbol).Calendar ?? calendar ?? EveryDayCalendar.Utc)
        {
            Adjustments = adjustments ?? [],
            HasQuotes = offered.Any(bar => bar.Bid is not null),
            HasUnknownAdjustment = hasUnknownAdjustment,
        };

    private sealed class Reader(IReadOnlyList<TestBar> bars, Timeframe timeframe) : IBarReader
    {
        private int _next;

        public int Read(BarSeries target, int count)
        {
            int first = _next;
            for (; _next < bars.Count && _next - first < count; _next++)
            {
                TestBar bar = bars[_next];
                target.Append(
                    bar.Start.Ticks, bar.Start.Ticks + timeframe.Ticks, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume,
                    DateOnly.FromDateTime(bar.Start).DayNumber);
                if (bar is { Bid: { } bid, Ask: { } ask })
                    target.Quote(bid, ask);
            }

            return _next - first;
        }

        public void Dispose()
        {
        }
    }
}
