using Backtest.Cli.Output;
using Backtest.Engine;

namespace Backtest.Tests.Output;

public sealed class SignalFlowTests
{
    [Fact]
    public void The_count_goes_from_signals_over_vetoes_by_reason_and_orders_to_fills()
    {
        PortfolioResult portfolio = Portfolio(signals: 1412, orders: 1400, fills: 1398, trades: 600, outcomes: new()
        {
            ["ordered"] = 1390,
            ["cut"] = 10,
            ["below_lot"] = 3,
            ["already_in"] = 7,
            ["nothing_to_exit"] = 2,
        });

        Assert.Equal(
            "1,412 signals → 10 vetoed (already_in 7, below_lot 3), 2 with nothing to exit → 1,400 orders (10 cut) → 1,398 fills",
            SignalFlow.Describe(portfolio, new OrderEndings()));
    }

    [Fact]
    public void Nothing_is_explained_where_there_were_trades() =>
        Assert.Null(Explain(Portfolio(signals: 2, orders: 2, fills: 2, trades: 1)));

    [Fact]
    public void No_signal_is_the_reason() => Assert.Equal("no strategy gave a signal", Explain(Portfolio()));

    [Fact]
    public void Vetoes_are_the_reason_and_the_most_frequent_is_named() => Assert.Equal(
        "every entry was vetoed, mostly for before_start",
        Explain(Portfolio(signals: 3, outcomes: new() { ["below_lot"] = 1, ["before_start"] = 2 })));

    [Fact]
    public void Orders_that_never_filled_are_the_reason() =>
        Assert.StartsWith("no order was filled", Explain(Portfolio(signals: 1, orders: 1)));

    [Fact]
    public void A_position_still_held_is_the_reason() =>
        Assert.Equal("the positions are still open at the end", Explain(Portfolio(signals: 1, orders: 1, fills: 1)));

    [Fact]
    public void A_fault_is_the_reason() => Assert.Equal(
        "it stopped before any strategy gave a signal",
        Explain(Portfolio(), new ContainerFault("hmm/main", "throwing", "BarEvent", default, "", new InvalidOperationException())));

    private static string? Explain(PortfolioResult portfolio, params IReadOnlyList<ContainerFault> faults) =>
        SignalFlow.ExplainNoTrades(portfolio, new BacktestResult
        {
            Status = RunStatus.Completed,
            EventStreamHash = "",
            ContainerHashes = new Dictionary<string, string>(),
            Portfolios = [portfolio],
            Faults = faults,
            Warnings = [],
            BarsProcessed = 100,
            Turns = 100,
            IndicatorsRequested = 0,
            IndicatorsComputed = 0,
            Files = [],
        });

    private static PortfolioResult Portfolio(
        int signals = 0, int orders = 0, int fills = 0, int trades = 0, Dictionary<string, int>? outcomes = null) => new()
        {
            Name = "main",
            Status = PortfolioStatus.Completed,
            InitialCapital = 1,
            FinalEquity = 1,
            Cash = 1,
            SignalOutcomes = outcomes ?? [],
            Signals = signals,
            Orders = orders,
            Fills = fills,
            Trades = trades,
        };
}
