using CsCheck;

namespace Backtest.Tests;

public sealed class RepeatabilityTests
{
    [Fact]
    public void Neither_the_size_of_chunks_nor_the_number_of_threads_shows() => RunLaws.Hold(seed => Walk.Scenario(seed), runs: 150);

    [Fact]
    public void Runs_that_differ_in_one_price_differ_in_their_hash()
    {
        string? hash = Scenario.Of(TestBar.Flat(10, 10, 10), Plan.BuyFirst).Run().Result.EventStreamHash;

        Assert.NotEqual(hash, Scenario.Of(TestBar.Flat(10, 10, 11), Plan.BuyFirst).Run().Result.EventStreamHash);
    }

    [Fact]
    public void Cutting_the_data_leaves_everything_before_unchanged() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 60]).Sample((seed, days) =>
        {
            DateTime cut = TestBar.FirstDay.AddDays(days);
            var execution = new ExecutionConfig { Slippage = new SlippageConfig.BasisPoints(2), VolumeLimit = 0.1m };
            RecordedRun whole = Walk.Scenario(seed, execution).Run();
            RecordedRun part = Walk.Scenario(seed, execution).CutAt(cut).Run();

            foreach (string portfolio in new[] { "first", "second", "total" })
                Assert.Equal(whole.Rows(portfolio, cut.Ticks), part.Rows(portfolio, cut.Ticks));
        }, iter: 150);
}
