using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Catalog;

/// <summary>A source of bars in memory.</summary>
internal sealed class MemoryBars(BarSeries bars, params CorporateAction[] actions) : IBarSource, IBarSourceFactory
{
    public static BarSourceOptions.Plugin Options { get; } = new() { Id = "memory" };

    public IReadOnlyList<SourceSeries> Series { get; } =
        [new SourceSeries(bars.Instrument.Symbol, bars.Timeframe, bars.HasVolume, bars.Count, EveryDayCalendar.Utc)];

    public IReadOnlyList<DataFile> Files => [];

    public IReadOnlyList<CorporateAction> Actions => actions;

    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) => this;

    public IBarReader Open(SourceSeries series) => new Reader(bars);

    public void Dispose()
    {
    }

    private sealed class Reader(BarSeries bars) : IBarReader
    {
        private int _next;

        public int Read(BarSeries target, int count)
        {
            int length = Math.Min(count, bars.Count - _next);
            target.Append(bars, _next, length);
            _next += length;
            return length;
        }

        public void Dispose()
        {
        }
    }
}
