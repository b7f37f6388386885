using CsCheck;

namespace Backtest.Tests;

/// <summary>Skipping turns in which nothing happens gives the same results as taking every turn, bit for bit, for any run.</summary>
public sealed class SparseTurnsTests
{
    private static readonly string[] Portfolios = ["first", "second", "total"];

    [Fact]
    public void Passing_over_turns_comes_to_what_taking_each_comes_to() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 40_000]).Sample((seed, chunkBytes) =>
        {
            RecordedRun every = new RandomRun(seed).Build().Run(new RunOptions { TakesEveryTurn = true });
            RecordedRun few = new RandomRun(seed).Build().Run(new RunOptions { ChunkBytes = chunkBytes });

            Assert.Equal(every.Result.EventStreamHash, few.Result.EventStreamHash);
            Assert.Equal(every.Result.ContainerHashes, few.Result.ContainerHashes);
            // Recorders receive each portfolio's rows chunk by chunk, so only the rows of one portfolio are in order.
            Assert.Equal(every.ActionTurns.Order(), few.ActionTurns.Order());
            Assert.Equal(Told(every.Result), Told(few.Result));
            foreach (string portfolio in Portfolios)
                Assert.Equal(every.Rows(portfolio), few.Rows(portfolio));
        }, iter: 1000);

    [Fact]
    public void Every_kind_there_is_comes_up_in_these_tests()
    {
        var kinds = new HashSet<string>();
        for (int seed = 0; seed < 300; seed++)
        {
            var run = new RandomRun(seed);
            run.Build();
            kinds.UnionWith(run.Kinds);
        }

        Assert.Equal(RandomRun.AllKinds.Order(), kinds.Order());
    }

    [Fact]
    public void A_risk_manager_that_answers_ahead_is_called_only_where_it_said()
    {
        var seen = new List<long>();
        int passed = 0;
        ScriptedStrategy.Script script = Plan.On((100, signals => signals.Enter(Direction.Long)));
        Scenario scenario = Scenario.Of(Walk.Bars(seed: 1, count: 2000), script);
        scenario.Plugins.Add("main", new ScriptedStrategy(script) { IsStateless = true });
        scenario.Plugins.Add("main", new ScriptedRisk(10, (in turn, orders) => seen.Add(turn.Time.Ticks))
        {
            Next = (in turns) =>
            {
                int until = Math.Min(turns.Count, 999 - passed - seen.Count is var left and >= 0 ? left : turns.Count);
                passed += until;
                return until;
            },
        });
        RecordedRun run = scenario.Run();

        long[] times = [.. run.Equity.Where(row => row.Portfolio == "main").Select(row => row.Time)];
        Assert.Equal(2000, times.Length);
        // The turn of the signal, that of its fill, the requested one, and the last.
        Assert.Equal([times[100], times[101], times[999], times[1999]], seen);
    }

    /// <summary>Everything in a result except its hashes.</summary>
    private static string[] Told(BacktestResult result) =>
    [
        $"{result.Status} {result.FinalEquity} {result.BarsProcessed} {result.Turns}",
        .. result.Faults.Select(fault => $"{fault.Container} {fault.Time} {fault.Plugin} {fault.Message}"),
        .. result.Warnings.Select(warning => warning.ToString()),
        .. result.Portfolios.Select(own =>
            $"{own.Name} {own.Status} {own.FinalEquity} {own.Cash} {own.Signals} {own.Orders} {own.Fills} {own.Trades} "
            + string.Join(", ", own.SignalOutcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal))),
    ];
}
