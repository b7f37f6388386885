using CsCheck;

namespace Backtest.Tests;

/// <summary>Not calling a strategy at bars at which it would do nothing changes nothing, whatever happens to its positions.</summary>
public sealed class QuietBarsTests
{
    [Fact]
    public void A_strategy_that_is_asked_ahead_comes_to_what_one_called_at_every_bar_comes_to() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 20_000], Gen.Bool).Sample((seed, chunkBytes, isPure) =>
        {
            RecordedRun called = Trading(seed, isPure, isAsked: false).Run();
            RecordedRun asked = Trading(seed, isPure, isAsked: true).Run(new RunOptions { ChunkBytes = chunkBytes });

            Assert.Equal(called.Result.EventStreamHash, asked.Result.EventStreamHash);
            foreach (string portfolio in new[] { "first", "second", "total" })
                Assert.Equal(called.Rows(portfolio), asked.Rows(portfolio));
        }, iter: 300);

    [Fact]
    public void It_trades_and_stays_out_of_most_bars_in_these_tests()
    {
        RecordedRun run = Trading(seed: 3, isPure: false, isAsked: true).Run();

        Assert.InRange(run.Fills.Count, 5, run.Equity.Count / 2);
        Assert.Contains(run.Signals, record => record.Signal.Signal.Reason == "held long enough");
        Assert.Contains(run.Signals, record => record.Signal.Signal.Reason == "gained enough");
    }

    [Fact]
    public void It_fails_at_the_bar_it_fails_at_and_not_before()
    {
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 2)
                signals.Enter(Direction.Long);
            if (bar.Index == 5)
                throw new InvalidOperationException("no more");
        };
        RecordedRun called = Scenario.Of(TestBar.Flat(10, 11, 12, 13, 14, 15, 16), script).Run();
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 11, 12, 13, 14, 15, 16), script);
        scenario.Plugins.Add("main", new ScriptedStrategy(script) { IsStateless = true });
        RecordedRun asked = scenario.Run();

        Assert.Equal(called.Result.EventStreamHash, asked.Result.EventStreamHash);
        Assert.Equal(Assert.Single(called.Result.Faults).Time, Assert.Single(asked.Result.Faults).Time);
        Assert.Single(asked.Fills);
    }

    private static Scenario Trading(int seed, bool isPure, bool isAsked)
    {
        var random = new Random(seed);
        Scenario scenario = Walk.Scenario(seed);
        foreach ((string portfolio, int index) in new[] { ("first", 0), ("second", 1) })
        {
            ScriptedStrategy.Script script = isPure ? Walk.Trades(seed + index) : Walk.Watches(seed + index);
            scenario.Plugins.Add(portfolio, new ScriptedStrategy(script) { IsStateless = isAsked, IsPure = isPure });
        }

        DateOnly day = DateOnly.FromDateTime(TestBar.FirstDay).AddDays(random.Next(5, 40));
        scenario.WithActions(new Split("A", day, 2), new Dividend("A", day.AddDays(random.Next(10)), 0.5m));
        return scenario;
    }
}
