namespace Backtest.Tests;

/// <summary>Commissions by order, by tier and by who provides liquidity, and the sum of several.</summary>
public sealed class CommissionModelTests
{
    private static readonly CommissionConfig.Tiered Tiers = new([new CommissionTier(4, 1), new CommissionTier(8, 0.5m), new CommissionTier(null, 0.1m)]);

    [Fact]
    public void By_order_costs_once_however_many_fills_it_takes() => Assert.Equal([3m, 0m], Charged(new CommissionConfig.PerOrder(3), default, 40, 1000));

    [Fact]
    public void Each_unit_costs_what_its_tier_says() => Assert.Equal([4 + (4 * 0.5m) + (2 * 0.1m)], Charged(Tiers, default));

    [Fact]
    public void Tiers_go_by_the_order_and_not_by_the_fill() => Assert.Equal([4m, (4 * 0.5m) + (2 * 0.1m)], Charged(Tiers, default, 40, 1000));

    [Fact]
    public void An_order_that_rests_at_its_limit_pays_the_makers_share_or_gets_it()
    {
        var commission = new CommissionConfig.MakerTaker(-0.0001m, 0.001m);

        Assert.Equal([-0.01m], Charged(commission, new EntryTerms { Limit = 10 }));
        Assert.Equal([0.1m], Charged(commission, default));
    }

    [Fact]
    public void A_list_adds_up()
    {
        CommissionConfig[] parts = [new CommissionConfig.PerOrder(3), new CommissionConfig.Percent(0.001m), Tiers];
        decimal[] sum = [.. parts.Select(part => Charged(part, default, 40, 1000)).Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)])];

        Assert.Equal(sum, Charged(new CommissionConfig.Sum(parts), default, 40, 1000));
    }

    private static IReadOnlyList<decimal> Charged(CommissionConfig commission, EntryTerms terms, params double[] volumes)
    {
        IReadOnlyList<TestBar> bars = TestBar.Volumes(10, [1000, .. volumes.Length == 0 ? [1000] : volumes]);
        RecordedRun run = Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long, terms))))
            .WithExecution(execution => execution with { Commission = commission, VolumeLimit = 0.1m }).Run();
        return [.. run.Fills.Select(fill => fill.Fill.Commission)];
    }
}
