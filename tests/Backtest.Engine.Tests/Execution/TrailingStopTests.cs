namespace Backtest.Tests;

public sealed class TrailingStopTests
{
    [Fact]
    public void A_trailing_stop_starts_at_its_distance_from_the_fill()
    {
        Assert.Equal([10m, 9m], Trail((10, 10, 10, 10), (10, 10.5, 8, 9)).FillPrices);
    }

    [Fact]
    public void A_trailing_stop_follows_the_best_high_since_entry()
    {
        Assert.Equal([10m, 11m], Trail((10, 10, 10, 10), (10, 12, 10, 11.5), (11.5, 11.6, 10, 10)).FillPrices);
    }

    [Fact]
    public void A_move_works_from_the_next_bar()
    {
        RecordedRun run = Trail((10, 10, 10, 10), (10, 12, 9.5, 10));

        Assert.Equal([10m], run.FillPrices);
    }

    [Fact]
    public void A_trailing_stop_never_moves_back()
    {
        RecordedRun run = Trail((10, 12, 10, 12), (11.5, 11.8, 11.2, 11.5), (11.5, 11.5, 10, 10));

        Assert.Equal([10m, 11m], run.FillPrices);
    }

    [Fact]
    public void A_trailing_stop_of_a_short_follows_the_best_low()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 8, 8.5), (8.5, 9.5, 8.5, 9)),
            Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { TrailingStop = 1 })))).Run();

        Assert.Equal([10m, 9m], run.FillPrices);
    }

    [Fact]
    public void A_trailing_stop_of_an_entry_at_the_close_ignores_the_bar_before_it()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 20, 10, 10), (10, 10, 9.5, 10), (10, 10, 8, 9)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TrailingStop = 1 }))))
            .WithExecution(execution => execution with { FillsAtClose = true })
            .Run();

        Assert.Equal([10m, 9m], run.FillPrices);
    }

    private static RecordedRun Trail(params (double, double, double, double)[] bars) => Scenario.Of(
        TestBar.Days([(10, 10, 10, 10), .. bars]),
        Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TrailingStop = 1 })))).Run();
}
