using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleSlippageModelTests
{
    private static readonly ExampleSlippageModel Model = new() { Share = 0.1m, Ticks = 2 };

    [Fact]
    public void It_keeps_the_laws_of_a_slippage_model() => ExecutionConformance.Check<ExampleSlippageModel>();

    [Fact]
    public void A_wild_bar_costs_a_share_of_its_range() => Assert.Equal(0.4m, Model.Slippage(Fill(high: 102, low: 98)));

    [Fact]
    public void A_quiet_bar_costs_the_least_number_of_ticks() => Assert.Equal(0.02m, Model.Slippage(Fill(high: 100.05, low: 99.95)));

    private static SlippageTerms Fill(double high, double low) => new()
    {
        Instrument = new Instrument { Symbol = "X", TickSize = 0.01m },
        Side = Side.Buy,
        Price = 100,
        Quantity = 10,
        Bar = new MatchedBar(Open: 100, high, low, Close: 100, Volume: 1_000),
    };
}
