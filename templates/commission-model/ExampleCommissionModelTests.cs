using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleCommissionModelTests
{
    private static readonly ExampleCommissionModel Model = new() { Rate = 0.001m, Minimum = 1, Maker = 0.5m };

    [Fact]
    public void It_keeps_the_laws_of_a_commission_model() => ExecutionConformance.Check<ExampleCommissionModel>();

    [Fact]
    public void A_large_order_costs_its_share() => Assert.Equal(10, Model.Commission(new CommissionTerms(100, Value: 10_000, IsMaker: false)));

    [Fact]
    public void A_small_order_costs_the_minimum() => Assert.Equal(1, Model.Commission(new CommissionTerms(1, Value: 100, IsMaker: false)));

    [Fact]
    public void An_order_that_rested_at_its_limit_costs_half() =>
        Assert.Equal(5, Model.Commission(new CommissionTerms(100, Value: 10_000, IsMaker: true)));
}
