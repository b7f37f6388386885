using CsCheck;

namespace Backtest.Tests;

/// <summary>Laws that hold for every run.</summary>
public static class RunLaws
{
    /// <summary>Neither the size of chunks nor the number of threads changes any row of the portfolios of <see cref="Walk.Scenario"/>.</summary>
    /// <param name="scenario">The run for a seed, always the same for the same seed.</param>
    /// <param name="runs">The number of runs to try.</param>
    public static void Hold(Func<int, Scenario> scenario, long runs) =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 5000], Gen.Int[1, 4]).Sample((seed, chunkBytes, threads) =>
        {
            RecordedRun whole = scenario(seed).Run();
            RecordedRun other = scenario(seed).Run(new RunOptions { ChunkBytes = chunkBytes, Threads = threads });

            Assert.Equal(whole.Result.EventStreamHash, other.Result.EventStreamHash);
            Assert.Equal(whole.Result.Warnings, other.Result.Warnings);
            Assert.Equal(whole.Actions.OrderBy(action => action.Time), other.Actions.OrderBy(action => action.Time));
            Assert.Equal(whole.ActionTurns.Order(), other.ActionTurns.Order());
            foreach (string portfolio in new[] { "first", "second", "total" })
                Assert.Equal(whole.Rows(portfolio), other.Rows(portfolio));
        }, iter: runs);
}
