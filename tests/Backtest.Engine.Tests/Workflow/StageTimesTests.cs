namespace Backtest.Tests;

/// <summary>Stage times are measured only when they are requested.</summary>
public sealed class StageTimesTests
{
    [Fact]
    public void Every_chunk_has_a_lap_of_each_stage()
    {
        RecordedRun run = Scenario.Of(Walk.Bars(seed: 1, count: 500), Plan.On((10, signals => signals.Enter(Direction.Long))))
            .Run(new RunOptions { Clock = new TickingClock(), ChunkBytes = 5000 });
        StageTimes times = run.Result.Stages!;
        Assert.True(times.Reading > 2, "the run is of several chunks");
        Assert.Equal((times.Reading, times.Reading), (times.Indicators, times.Trading));
        // Recording runs once more, after the last chunk.
        Assert.Equal(times.Reading + 1, times.Recording);
    }

    [Fact]
    public void Nothing_is_measured_without_a_clock() =>
        Assert.Null(Scenario.Of(Walk.Bars(seed: 1, count: 50), Plan.On((10, signals => signals.Enter(Direction.Long)))).Run().Result.Stages);

    /// <summary>A clock that advances one second on each reading.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
