namespace Backtest.Tests;

/// <summary>Closed trades and positions by strategy, as plugins read them.</summary>
public sealed class TradeReadingTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 12, 12, 15, 14, 14);

    // Buys at 10, sells at 12; buys at 15, sells at 14.
    private static readonly (long, Action<ISignals>)[] TwoTrades =
    [
        (0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit()),
        (3, signals => signals.Enter(Direction.Long)), (4, signals => signals.Exit()),
    ];

    [Fact]
    public void A_strategy_reads_its_own_trades_from_the_turn_on_in_which_they_ended()
    {
        var seen = new List<string>();
        ScriptedStrategy.Script trades = Plan.On(TwoTrades);
        Scenario scenario = Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) =>
        {
            seen.Add(string.Join(" ", signals.Trades.ToArray().Select(trade => $"{trade.EntryPrice}-{trade.ExitPrice}:{trade.Profit}")));
            trades(bar, position, signals);
        });
        scenario.Plugins.Add("main", new ScriptedStrategy(((ScriptedStrategy)scenario.Plugins.Find(Abstractions.Runtime.PluginKind.Strategy, "main")!).Does) { ReadsTrades = true });

        scenario.Run();

        Assert.Equal(["", "", "10-12:20", "10-12:20", "10-12:20", "10-12:20 15-14:-10", "10-12:20 15-14:-10"], seen);
    }

    [Fact]
    public void A_strategy_that_reads_trades_may_still_be_asked_ahead()
    {
        int calls = 0;
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            calls++;
            if (position.IsFlat && signals.Trades.Length < 2 && bar.Index % 400 == 0)
                signals.Enter(Direction.Long);
            else if (position.BarsHeld == 10)
                signals.Exit();
        };
        Scenario scenario = Scenario.Of(Walk.Bars(seed: 3, count: 5000), script);
        scenario.Plugins.Add("main", new ScriptedStrategy(script) { IsStateless = true, ReadsTrades = true });

        RecordedRun run = scenario.Run();

        Assert.Equal(2, run.Trades.Count);
        // Each bar once in advance, and again what follows each change of the position in a chunk.
        Assert.InRange(calls, 5000, 6000);
    }

    [Fact]
    public void A_risk_manager_reads_the_trades_of_all_strategies_and_what_each_holds()
    {
        var seen = new List<string>();
        Scenario scenario = Scenario.Of(Bars, Plan.On(TwoTrades));
        scenario.Plugins.Add("short", new ScriptedStrategy(Plan.On((1, signals => signals.Enter(Direction.Short)))));
        scenario.WithFirst(portfolio => portfolio with { Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "short", Type = "short" }] });
        scenario.Plugins.Add("main", new ScriptedRisk(10, (in turn, orders) =>
        {
            PortfolioView portfolio = turn.Portfolio;
            string held = string.Join(" ", portfolio.Positions().ToArray().Select(
                own => $"{portfolio.Strategies[own.StrategyIndex]} {own.Position.Quantity} at {own.Position.AveragePrice}: {own.Position.UnrealizedProfit}"));
            string last = portfolio.Trades is [.., var trade] ? $"{portfolio.Strategies[trade.StrategyIndex]} made {trade.Profit}" : "no trade";
            seen.Add($"{last}; {held}");
        })
        { ReadsTrades = true });

        scenario.Run();

        Assert.Equal(
            [
                "no trade; ",
                "no trade; main 10 at 10: 0",
                "main made 20; short -10 at 12: 0",
                "main made 20; short -10 at 12: 0",
                "main made 20; short -10 at 12: -30 main 10 at 15: 0",
                "main made -10; short -10 at 12: -20",
                "main made -10; short -10 at 12: -20",
            ],
            seen);
    }

    [Fact]
    public void A_risk_manager_reads_what_protects_positions()
    {
        var seen = new List<string>();
        Scenario scenario = Scenario.Of(
            Bars, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(3), TakeProfit = PriceLevel.At(20) }))));
        scenario.Plugins.Add("main", new ScriptedRisk(10, (in turn, orders) => seen.Add(string.Join(
            " ", turn.Portfolio.ProtectiveOrders().ToArray().Select(order => $"{order.Quantity} {order.Type} {(order.Type == OrderType.Limit ? order.LimitPrice : order.StopPrice)}")))));

        scenario.Run();

        Assert.Equal(["", "10 Stop 7 10 Limit 20"], seen.Take(2));
    }

    [Fact]
    public void Trades_nobody_asked_to_keep_cannot_be_read()
    {
        RecordedRun run = Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) => _ = signals.Trades.Length).Run();

        Assert.Contains("ReadsTrades = true", Assert.Single(run.Result.Faults).Message, StringComparison.Ordinal);
    }
}
