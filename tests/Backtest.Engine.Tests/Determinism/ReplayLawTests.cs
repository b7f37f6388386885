using CsCheck;

namespace Backtest.Tests;

/// <summary>Replaying the signals of a run repeats the run, whatever the signals request.</summary>
public sealed class ReplayLawTests
{
    [Fact]
    public void A_replay_of_all_signals_is_the_run() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        RecordedRun run = Walking(seed).Run();
        RecordedRun replay = Walking(seed).With(config => config with { Workflow = Workflows.Replay, Recorded = Stored(run) }).Run();

        Assert.Equal(run.Rows("main"), replay.Rows("main"));
        Assert.Equal(run.Result.EventStreamHash, replay.Result.EventStreamHash);
    }, iter: 80);

    private static Scenario Walking(int seed) =>
        Scenario.Of(Walk.Bars(seed, count: 100), Walk.Trades(seed, rate: 24)).WithBars("B", Walk.Bars(seed + 1, count: 100, missing: 20));

    private static StoredSignals Stored(RecordedRun run) => new()
    {
        Strategies = [("main", "main")],
        IndicatorNames = new Dictionary<(string, string), IReadOnlyList<string>>(),
        Files = [],
        Data = [],
        Signals =
        [
            .. run.Signals.Select(row => row.Signal.Signal).Select(signal => new StoredSignal
            {
                Portfolio = "main",
                Strategy = "main",
                Symbol = signal.Instrument.Symbol,
                Time = signal.Time.Ticks,
                Id = signal.Id,
                Handle = signal.Handle.Number,
                Action = signal.Action,
                Direction = signal.Direction,
                Strength = signal.Strength,
                Entry = signal.Entry,
                RefersTo = signal.RefersTo,
                Size = signal.Size,
                Band = signal.Band,
                Reason = signal.Reason,
            }),
        ],
    };
}
