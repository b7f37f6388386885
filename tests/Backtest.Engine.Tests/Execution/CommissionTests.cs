namespace Backtest.Tests;

public sealed class CommissionTests
{
    [Fact]
    public void Percent_is_a_fraction_of_the_value()
    {
        Assert.Equal([0.1m], Charged(new CommissionConfig.Percent(0.001m)));
    }

    [Fact]
    public void Per_share_counts_units()
    {
        Assert.Equal([0.05m], Charged(new CommissionConfig.PerShare(0.005m)));
    }

    [Fact]
    public void Per_share_is_at_least_its_minimum()
    {
        Assert.Equal([1m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1)));
    }

    [Fact]
    public void Per_share_is_at_most_a_fraction_of_the_trade()
    {
        Assert.Equal([0.5m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1, Maximum: 0.005m)));
    }

    [Fact]
    public void The_minimum_may_take_precedence()
    {
        Assert.Equal([1m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1, Maximum: 0.005m, KeepsMinimum: true)));
        Assert.Equal([1m, 0m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1, Maximum: 0.005m, KeepsMinimum: true), 40, 1000));
        Assert.Equal([0.5m], Charged(new CommissionConfig.PerShare(0.2m, Minimum: 1, Maximum: 0.005m, KeepsMinimum: true)));
    }

    [Fact]
    public void The_minimum_is_charged_once_for_an_order_filled_in_parts()
    {
        Assert.Equal([1m, 0m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1), 40, 1000));
    }

    [Fact]
    public void The_maximum_looks_at_all_that_is_filled()
    {
        Assert.Equal([0.2m, 0.3m], Charged(new CommissionConfig.PerShare(0.005m, Minimum: 1, Maximum: 0.005m), 40, 1000));
    }

    [Fact]
    public void The_multiplier_is_part_of_the_value()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst)
            .WithInstrument(new Instrument { Symbol = "A", Multiplier = 50 })
            .WithExecution(execution => execution with { Commission = new CommissionConfig.Percent(0.001m) })
            .Run();

        Assert.Equal(5m, run.Fills[0].Fill.Commission);
        Assert.Equal(100_000m - 5_000m - 5m, run.Result.Portfolios[0].Cash);
    }

    private static IReadOnlyList<decimal> Charged(CommissionConfig commission, params double[] volumes)
    {
        IReadOnlyList<TestBar> bars = TestBar.Volumes(10, [1000, .. volumes.Length == 0 ? [1000] : volumes]);
        RecordedRun run = Scenario.Of(bars, Plan.BuyFirst)
            .WithExecution(execution => execution with { Commission = commission, VolumeLimit = 0.1m })
            .Run();
        return [.. run.Fills.Select(fill => fill.Fill.Commission)];
    }
}
