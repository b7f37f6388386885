namespace Backtest.Engine;

/// <summary>Streams the bars of a pass to an observer: indicators are computed, but nothing is decided.</summary>
internal sealed class Observation(DataPass pass, IBarObserver observer)
{
    /// <summary>Streams the bars up to the last one, or until the observer does not want to continue.</summary>
    /// <exception cref="OperationCanceledException">The observation was canceled.</exception>
    public void Run(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        DataStreamer streamer = pass.Streamer;
        BacktestContainer run = pass.Trials[0].Run;
        observer.Begin(new ObservedData(run.Instruments, [.. run.AllPortfolios.SelectMany(StrategiesOf)]));
        long bars = 0;
        while (streamer.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            BarChunk chunk = streamer.Chunk;
            pass.Hub.OnBars(chunk, NoReader.Instance);
            if (!observer.Observe(chunk))
                return;
            bars += chunk.BarCount;
            progress?.Report(new RunProgress(bars, streamer.TotalBars ?? 0, new DateTime(chunk.End(chunk.TurnCount - 1), DateTimeKind.Utc)));
        }
    }

    private static IEnumerable<ObservedStrategy> StrategiesOf(RiskPortfolioContainer portfolio) =>
        from strategy in portfolio.Strategies
        from place in strategy.Places
        select new ObservedStrategy(portfolio.Config.Name, strategy.Name, place.Bars, place.Instance, portfolio.Market.Rows);

    private sealed class NoReader : IIndicatorEvents
    {
        public static NoReader Instance { get; } = new();

        public void Emit(in IndicatorsReady indicators)
        {
        }
    }
}
