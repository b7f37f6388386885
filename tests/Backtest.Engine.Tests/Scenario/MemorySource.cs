using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Bars given in a test.</summary>
public sealed class MemorySource(
    IReadOnlyDictionary<string, IReadOnlyList<TestBar>> bars,
    Timeframe timeframe,
    Func<IEnumerable<string>, IEnumerable<string>>? order = null,
    IReadOnlyList<CorporateAction>? actions = null,
    Universe? universe = null) : IBarSource, IBarSourceFactory
{
    public IReadOnlyList<SourceSeries> Series { get; } = [.. (order ?? (symbols => symbols))(bars.Keys.Order(StringComparer.Ordinal)).Select(symbol => new SourceSeries(symbol, timeframe, bars[symbol].Any(bar => bar.Volume > 0), bars[symbol].Count, EveryDayCalendar.Utc))];

    public IReadOnlyList<DataFile> Files => [];

    public IReadOnlyList<CorporateAction> Actions => actions ?? [];

    public IBarReader Open(SourceSeries series) => new Reader(bars[series.Symbol], timeframe);

    public Universe ReadUniverse(UniverseOptions options) => universe!;

    public IBarSource Open(BarSourceOptions options, CancellationToken cancellation) => this;

    public void Dispose()
    {
    }

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
            }

            return _next - first;
        }

        public void Dispose()
        {
        }
    }
}
