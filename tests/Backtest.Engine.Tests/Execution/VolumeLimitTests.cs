namespace Backtest.Tests;

public sealed class VolumeLimitTests
{
    [Fact]
    public void An_order_takes_its_share_of_a_bar_and_the_rest_stays_open()
    {
        RecordedRun run = Limited(TestBar.Volumes(10, 100, 40, 50, 100), Plan.BuyFirst);

        Assert.Equal([4m, 5m, 1m], run.FillQuantities);
        Assert.All(run.Fills, fill => Assert.Equal(1, fill.Fill.OrderId));
        Assert.Equal(OrderStatus.Filled, run.Order(1).Status);
    }

    [Fact]
    public void What_never_fills_is_open_at_the_end()
    {
        RecordedRun run = Limited(TestBar.Volumes(10, 100, 40), Plan.BuyFirst);

        Assert.Equal((OrderStatus.Open, 4m), (run.Order(1).Status, run.Order(1).Filled));
    }

    [Fact]
    public void Protection_grows_with_the_fills()
    {
        IReadOnlyList<TestBar> bars =
        [
            .. TestBar.Volumes(10, 100, 40, 50), new TestBar(TestBar.FirstDay.AddDays(3), 8, 8, 8, 8, 1000),
        ];
        RecordedRun run = Limited(bars, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 10, StopLoss = PriceLevel.At(9) }))));

        Assert.Equal(-9m, run.FillQuantities.Last(quantity => quantity < 0));
    }

    [Fact]
    public void What_is_left_of_an_entry_goes_when_its_protection_fills()
    {
        IReadOnlyList<TestBar> bars =
        [
            .. TestBar.Volumes(10, 100, 40), new TestBar(TestBar.FirstDay.AddDays(2), 8, 8, 8, 8, 0),
            new TestBar(TestBar.FirstDay.AddDays(3), 9, 9, 8.5, 9, 40), .. Later(4, 10, 1000),
        ];
        RecordedRun run = Limited(bars, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 10, StopLoss = PriceLevel.At(9) }))));

        Assert.Equal(0m, run.FillQuantities.Sum());
        Assert.Equal(OrderStatus.Canceled, run.Order(1).Status);
    }

    [Fact]
    public void What_is_left_of_a_stop_once_touched_fills_at_the_next_open()
    {
        IReadOnlyList<TestBar> bars =
        [
            .. TestBar.Volumes(10, 100, 100), new TestBar(TestBar.FirstDay.AddDays(2), 10, 10, 8, 9, 40), .. Later(3, 11, 1000),
        ];
        RecordedRun run = Limited(bars, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(9) }))));

        Assert.Equal([10m, -4m, -6m], run.FillQuantities);
        Assert.Equal([10m, 9m, 11m], run.FillPrices);
    }

    [Fact]
    public void An_exit_that_is_left_open_is_not_ordered_again()
    {
        RecordedRun run = Limited(
            TestBar.Volumes(10, 100, 100, 40, 1000, 1000),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit()), (2, signals => signals.Exit())));

        Assert.Equal([10m, -4m, -6m], run.FillQuantities);
        Assert.Equal(["Ordered", "Ordered", "NothingToExit"], run.Outcomes);
    }

    [Fact]
    public void A_reversal_waits_until_its_exit_is_done()
    {
        RecordedRun run = Limited(
            TestBar.Volumes(10, 100, 100, 60, 60, 1000),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long)),
                (1, signals =>
                {
                    signals.Exit();
                    signals.Enter(Direction.Short);
                }
        )));

        Assert.Equal([10m, -6m, -4m, -6m, -4m], run.FillQuantities);
        Assert.Equal(10m, Assert.Single(run.Trades).Trade.Quantity);
    }

    [Fact]
    public void Entries_filled_in_turns_are_counted_once_each()
    {
        int entries = 0;
        ScriptedStrategy.Script plan = Plan.On(
            (0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })));
        Limited(
            TestBar.Volumes(10, 100, 40, 40, 40, 40),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                plan(bar, position, signals);
                entries = position.Entries;
            });

        Assert.Equal(2, entries);
    }

    private static IEnumerable<TestBar> Later(int day, double price, double volume) =>
        [new TestBar(TestBar.FirstDay.AddDays(day), price, price, price, price, volume)];

    private static RecordedRun Limited(IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script) =>
        Scenario.Of(bars, script).WithExecution(execution => execution with { VolumeLimit = 0.1m }).Run();
}
