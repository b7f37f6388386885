using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Provides the engine with bars in memory. Many runs may read them concurrently.</summary>
internal sealed class SeriesSource(IReadOnlyList<BarSeries> series) : IBarSource, IBarSourceFactory
{
    private readonly Dictionary<string, BarSeries> _series = series.ToDictionary(bars => bars.Instrument.Symbol, StringComparer.Ordinal);

    public IReadOnlyList<SourceSeries> Series { get; } = [.. series.OrderBy(bars => bars.Instrument.Symbol, StringComparer.Ordinal)
        .Select(bars => new SourceSeries(bars.Instrument.Symbol, bars.Timeframe, bars.HasVolume, bars.Count, EveryDayCalendar.Utc))];

    public IReadOnlyList<DataFile> Files => [];

    public IBarReader Open(SourceSeries series) => new Reader(_series[series.Symbol]);

    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) => this;

    public void Dispose()
    {
    }

    private sealed class Reader(BarSeries bars) : IBarReader
    {
        private int _next;

        public int Read(BarSeries target, int count)
        {
            int rows = Math.Min(count, bars.Count - _next);
            if (rows > 0)
                target.Append(bars, _next, rows);
            _next += rows;
            return rows;
        }

        public void Dispose()
        {
        }
    }
}
