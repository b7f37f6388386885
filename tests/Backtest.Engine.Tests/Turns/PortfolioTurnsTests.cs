using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class PortfolioTurnsTests
{
    private static readonly DateTime Start = TestBar.FirstDay;

    [Fact]
    public void A_bar_of_what_a_portfolio_does_not_trade_is_no_turn_of_its()
    {
        (RecordedRun run, List<Seen> seen) = Run(Days(3).WithBars("B", Hours(60), Timeframe.Hour).Trading("main", "A"));

        Assert.Equal([new(24, true), new(48, true), new(72, true)], seen);
        Assert.Equal([24, 48, 72], RowsOf(run, "main"));
    }

    [Fact]
    public void The_end_of_the_data_is_a_turn_of_every_portfolio_and_no_bar_of_one_that_has_none_then()
    {
        (RecordedRun run, List<Seen> seen) = Run(Days(2).WithBars("B", Hours(60), Timeframe.Hour).Trading("main", "A"));

        Assert.Equal([new(24, true), new(48, true), new(60, false)], seen);
        Assert.Equal([24, 48], RowsOf(run, "main"));
    }

    [Fact]
    public void What_is_held_is_closed_at_the_end_of_the_data_whatever_ends_then()
    {
        RecordedRun run = Days(2, Plan.BuyFirst).WithBars("B", Hours(60), Timeframe.Hour).Trading("main", "A")
            .WithExecution(config => config with { ClosesAtEnd = true }).Run();

        Assert.Equal(Start.AddHours(60), run.Fills[^1].Fill.Time);
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void A_longer_bar_a_strategy_decides_on_is_a_turn_and_no_bar_of_the_data()
    {
        // The last hour of the day is missing, so the day ends where no hour does.
        TestBar[] hours = [.. Hours(30).Where((_, hour) => hour != 23)];
        Scenario scenario = new Scenario { Timeframe = Timeframe.Hour }.WithBars("A", hours).WithPortfolio("main", Plan.Idle).On(Timeframe.Day);
        (RecordedRun run, List<Seen> seen) = Run(scenario);

        Assert.Contains(new Seen(24, false), seen);
        Assert.DoesNotContain(24, RowsOf(run, "main"));
        Assert.Equal(29, seen.Count(turn => turn.HasBars));
    }

    [Fact]
    public void A_bar_of_the_classifiers_reference_is_a_turn_and_no_bar_of_what_is_traded()
    {
        var classifier = new ScriptedClassifier(bar => bar < 30 ? 0 : 1, "bear", "bull");
        Scenario scenario = Days(2).WithBars("M", Hours(48), Timeframe.Hour).Trading("main", "A").UnderClassifier("market", classifier, "M");
        (RecordedRun run, List<Seen> seen) = Run(scenario);

        Assert.Equal(48, seen.Count);
        Assert.Equal([new Seen(24, true), new Seen(48, true)], seen.Where(turn => turn.HasBars));
        Assert.Equal([24, 48], RowsOf(run, "main"));
        Assert.Equal(["unknown to bear", "bear to bull"], ((ScriptedStrategy)scenario.Plugins.Find(PluginKind.Strategy, "main")!).Heard);
    }

    [Fact]
    public void A_regime_of_what_a_portfolio_does_not_trade_is_no_turn_of_its()
    {
        var classifier = new ScriptedClassifier(bar => (int)(bar % 2), "bear", "bull");
        (_, List<Seen> seen) = Run(
            Days(2).WithBars("B", Hours(48), Timeframe.Hour).Trading("main", "A").UnderClassifier("each", classifier));

        Assert.Equal([new(24, true), new(48, true)], seen);
    }

    [Fact]
    public void A_symbol_without_a_bar_leaves_its_portfolio_idle()
    {
        RecordedRun run = new Scenario().WithBars("A", []).WithBars("B", TestBar.Flat(10, 11))
            .WithPortfolio("idle", Plan.BuyFirst).WithPortfolio("busy", Plan.BuyFirst).Trading("idle", "A").Trading("busy", "B").Run();

        Assert.Equal(RunStatus.Completed, run.Result.Status);
        Assert.Empty(RowsOf(run, "idle"));
        Assert.Equal(RowsOf(run, "busy"), RowsOf(run, "total"));
        Assert.All(run.Equity.Where(row => row.Portfolio == "total"), row => Assert.True(row.Equity >= 200_000));
    }

    [Fact]
    public void A_fault_of_the_classifier_at_a_bar_a_portfolio_does_not_take_stops_it_at_its_next_turn()
    {
        var classifier = new ScriptedClassifier(bar => bar < 30 ? 0 : throw new InvalidOperationException("broken"), "bear");
        Scenario scenario = Days(3, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1 }))))
            .WithBars("B", Hours(72), Timeframe.Hour).Trading("main", "A").UnderClassifier("each", classifier);
        RecordedRun run = scenario.Run();

        Assert.Equal(["fault"], run.Orders.Select(order => order.Order.Reason));
        Assert.Equal(Start.AddHours(48), run.Result.Faults.Single(fault => fault.Container == "each/main").Time);
        Assert.Equal([24, 48, 72], RowsOf(run, "main"));
    }

    /// <summary>A turn of a portfolio: its hours after the start, and whether it has a bar of a traded symbol.</summary>
    private sealed record Seen(double Hour, bool HasBars);

    private static Scenario Days(int count, ScriptedStrategy.Script? script = null) =>
        new Scenario().WithBars("A", TestBar.Flat([.. Enumerable.Repeat(10.0, count)])).WithPortfolio("main", script ?? Plan.Idle);

    private static TestBar[] Hours(int count) => [.. Enumerable.Range(0, count).Select(hour => new TestBar(Start.AddHours(hour), 5, 5, 5, 5))];

    private static (RecordedRun Run, List<Seen> Seen) Run(Scenario scenario)
    {
        var seen = new List<Seen>();
        scenario.Plugins.Add("main", new ScriptedRisk(
            10, (in turn, _) => seen.Add(new Seen((turn.Time - Start).TotalHours, turn.Portfolio.HasBars))));
        return (scenario.Run(), seen);
    }

    private static IEnumerable<double> RowsOf(RecordedRun run, string portfolio) =>
        run.Equity.Where(row => row.Portfolio == portfolio).Select(row => (new DateTime(row.Time) - Start).TotalHours);
}
