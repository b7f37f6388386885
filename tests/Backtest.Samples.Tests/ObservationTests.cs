using Backtest.Data;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>The bars and indicators of a run can be observed without executing it, and are those its signals were based on.</summary>
public sealed class ObservationTests
{
    private static readonly Coordinator Coordinator = new(new WorkflowManagerFactory(new BarSources(), SampleFiles.Plugins));

    public static TheoryData<string, string[]> Samples => new()
    {
        { "first-run", [] },
        { "hierarchy", ["data.end=2005-12-31"] },
        { "momentum-ranking", [] },
        { "netting", ["plugins=[]"] },
        { "timeframes", ["data.bars=6000"] },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Indicators_observed_at_the_bar_of_a_signal_are_those_the_strategy_read(string sample, string[] changes)
    {
        WorkflowConfig config = SampleFiles.Read(sample, changes);
        var rows = new RowRecorder();
        BacktestResult result = await Coordinator.ExecuteWorkflowAsync(
            config, new RunOptions { Recorder = rows }, TestContext.Current.CancellationToken);
        var observer = new Observer();
        await Coordinator.ObserveAsync(config, observer, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(result.BarsProcessed, observer.Bars);
        Assert.NotEmpty(rows.Signals);
        int compared = 0;
        foreach (SignalRow signal in rows.Signals)
        {
            // A strategy on longer bars signals with the last bar that ended.
            if (!observer.Values.TryGetValue((signal.Portfolio, signal.Strategy, signal.Symbol, signal.BarStart), out double?[]? values))
                continue;
            Assert.Equal(signal.Indicators.Select(reading => reading.Value), values);
            compared++;
        }

        Assert.True(compared > rows.Signals.Length / 2, $"{compared} of {rows.Signals.Length} signals found");
    }

    [Fact]
    public async Task An_observer_that_has_seen_enough_is_shown_no_more()
    {
        var observer = new Observer { IsSatisfied = true };
        await Coordinator.ObserveAsync(SampleFiles.Read("first-run", []), observer, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(observer.Bars, 1, 2_048); // one chunk
    }

    private sealed class Observer : IBarObserver
    {
        private IReadOnlyList<ObservedStrategy> _strategies = [];

        public bool IsSatisfied { get; init; }

        public long Bars { get; private set; }

        public Dictionary<(string Portfolio, string Strategy, string Symbol, DateTime Start), double?[]> Values { get; } = [];

        public void Begin(ObservedData data) => _strategies = data.Strategies;

        public bool Observe(BarChunk chunk)
        {
            Bars += chunk.BarCount;
            foreach (ObservedStrategy strategy in _strategies)
            {
                var values = new double[strategy.IndicatorNames.Count];
                for (int row = 0; row < strategy.Bars.Count; row++)
                {
                    strategy.ReadIndicators(row, values);
                    var start = new DateTime(strategy.Bars.Start[row], DateTimeKind.Utc);
                    Values[(strategy.Portfolio, strategy.Strategy, strategy.Bars.Instrument.Symbol, start)] =
                        [.. values.Select(value => double.IsFinite(value) ? value : (double?)null)];
                }
            }

            return !IsSatisfied;
        }
    }
}
