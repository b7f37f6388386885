namespace Backtest.Tests;

/// <summary>Protection beyond one stop and one target.</summary>
public sealed class ExitPlanTests
{
    private static readonly ProfitTarget[] Halves = [new(PriceLevel.Offset(2), 0.5), new(PriceLevel.Offset(4), 0.5)];

    [Fact]
    public void Targets_take_their_parts_and_the_stop_keeps_what_is_left()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 12, 11, 9), new EntryTerms { StopLoss = PriceLevel.At(9), Plan = new ExitPlan { Targets = Halves } });

        Assert.Equal([10m, -5m, -5m], run.FillQuantities);
        Assert.Equal([10m, 12m, 9m], run.FillPrices);
        Assert.Equal((OrderStatus.Canceled, "other_filled"), (run.Order(4).Status, run.Order(4).Reason));
    }

    [Fact]
    public void A_stop_ends_all_targets()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 8, 14), new EntryTerms { StopLoss = PriceLevel.At(9), Plan = new ExitPlan { Targets = Halves } });

        Assert.Equal([10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void Fractions_that_add_up_to_all_leave_nothing_over()
    {
        ExitPlan thirds = new() { Targets = [.. Enumerable.Range(1, 3).Select(place => new ProfitTarget(PriceLevel.Offset(place), 1.0 / 3))] };

        RecordedRun run = Run(TestBar.Flat(10, 10, 11, 12, 13), new EntryTerms { Plan = thirds });

        Assert.Equal([10m, -3m, -3m, -4m], run.FillQuantities);
    }

    [Fact]
    public void An_exit_at_the_market_ends_all_targets_or_cuts_them()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 10, 10, 14, 16), Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(9), Plan = new ExitPlan { Targets = Halves } })),
            (1, signals => signals.Exit(0.8)))).Run();

        Assert.Equal([10m, -8m, -2m], run.FillQuantities);
    }

    [Theory]
    [InlineData(0.1, 10.8)]
    [InlineData(0.25, 9)]
    public void A_trailing_stop_keeps_its_fraction_of_the_best_price(double fraction, double stop)
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 12, 12), new EntryTerms { TrailingStopFraction = fraction });

        Assert.Equal(stop, run.Order(2).Order.StopPrice, 12);
    }

    [Fact]
    public void A_trailing_stop_with_an_activation_price_stands_nowhere_before_it()
    {
        EntryTerms terms = new() { TrailingStop = 1, Plan = new ExitPlan { TrailingFrom = PriceLevel.Offset(2) } };

        Assert.Equal([10m], Run(TestBar.Flat(10, 10, 11, 8), terms).FillPrices);
        Assert.Equal([10m, 11m], Run(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 12, 10, 12), (12, 12, 10, 10)), terms).FillPrices);
    }

    [Fact]
    public void A_trailing_stop_in_steps_moves_by_whole_steps()
    {
        EntryTerms terms = new() { TrailingStop = 1, Plan = new ExitPlan { TrailingStep = 2 } };

        Assert.Equal(9, Run(TestBar.Flat(10, 10, 11.9, 11.9), terms).Order(2).Order.StopPrice);
        Assert.Equal(13, Run(TestBar.Flat(10, 10, 15.5, 15.5), terms).Order(2).Order.StopPrice);
    }

    [Fact]
    public void A_stop_at_break_even_is_set_once_the_price_has_come_so_far()
    {
        EntryTerms terms = new() { StopLoss = PriceLevel.At(7), Plan = new ExitPlan { BreakEvenAt = PriceLevel.Offset(2) } };

        Assert.Equal([10m], Run(TestBar.Flat(10, 10, 11.9, 9), terms).FillPrices);
        RecordedRun run = Run(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (11, 15, 11, 15), (12, 12, 8, 8)), terms);
        Assert.Equal([10m, 10m], run.FillPrices);
        Assert.Equal("break_even", run.Order(3).Reason);
    }

    [Fact]
    public void An_entry_by_trailing_stop_may_begin_to_follow_at_a_price()
    {
        // Down to 8, where it starts to trail, and up by a tenth of that.
        RecordedRun run = Run(TestBar.Flat(10, 9, 9.9, 8, 8.8), new EntryTerms { Touch = 8.5, TrailFraction = 0.1 });

        Assert.Equal([8.8m], run.FillPrices);
    }

    [Theory]
    [InlineData("more than all")]
    [InlineData("target twice")]
    [InlineData("steps of nothing")]
    public void Plans_that_contradict_themselves_are_refused(string what)
    {
        EntryTerms terms = what switch
        {
            "more than all" => new() { Plan = new ExitPlan { Targets = [.. Halves, .. Halves] } },
            "target twice" => new() { TakeProfit = PriceLevel.Offset(1), Plan = new ExitPlan { Targets = Halves } },
            _ => new() { Plan = new ExitPlan { TrailingStep = 1 } },
        };

        Assert.ThrowsAny<ArgumentException>(terms.Validate);
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, EntryTerms terms) =>
        Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long, terms)))).Run();
}
