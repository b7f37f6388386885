using CsCheck;

namespace Backtest.Tests;

public sealed class TradeTests
{
    private const double Rounding = 1e-7;

    [Fact]
    public void A_trade_goes_from_flat_to_flat()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10, 12, 14, 15, 15),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long)),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })),
                (2, signals => signals.Exit(0.5)),
                (3, signals => signals.Exit())))
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m) })
            .Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((Direction.Long, 20m, 11m, 14.5m), (trade.Direction, trade.Quantity, trade.EntryPrice, trade.ExitPrice));
        Assert.Equal((4m, 70m - 4m, 66m / 220m), (trade.Commission, trade.Profit, trade.Return));
        Assert.Equal((1L, 4L, 3L), (trade.EntryIndex, trade.ExitIndex, trade.Bars));
    }

    [Fact]
    public void A_trade_tells_when_its_bars_began()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 9, 10), (10, 10, 8, 9)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(8.5) })))).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((TestBar.FirstDay.AddDays(1).Ticks, TestBar.FirstDay.AddDays(1).Ticks), (trade.EntryTime, trade.EntryBarStart));
        Assert.Equal((TestBar.FirstDay.AddDays(3).Ticks, TestBar.FirstDay.AddDays(2).Ticks), (trade.ExitTime, trade.ExitBarStart));
    }

    [Fact]
    public void Excursions_are_the_worst_and_best_the_bars_made_of_it()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 12, 9, 10), (10, 13, 8, 10), (10, 99, 1, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Exit()))).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-20d, 30d), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    [Fact]
    public void Excursions_of_a_short_are_mirrored()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 12, 9, 10), (10, 10, 10, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Short)), (1, signals => signals.Exit()))).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-20d, 10d), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    [Fact]
    public void Excursions_lie_on_both_sides_of_nothing_and_hold_the_profit() => Gen.Int[0, 100_000].Sample(seed =>
    {
        foreach ((_, TradeEvent trade) in Walk.Scenario(seed).Run().Trades)
        {
            double gross = (double)(trade.Profit + trade.Commission);
            Assert.True(trade.MaximumAdverseExcursion <= Math.Min(0, gross + Rounding));
            Assert.True(trade.MaximumFavorableExcursion >= Math.Max(0, gross - Rounding));
        }
    }, iter: 150);

    [Fact]
    public void Trades_of_one_strategy_and_symbol_add_up_to_its_fills() => Gen.Int[0, 100_000].Sample(seed =>
    {
        RecordedRun run = Walk.Scenario(seed).Run();
        foreach (PortfolioResult portfolio in run.Result.Portfolios)
        {
            FillEvent[] fills = [.. run.Fills.Where(fill => fill.Portfolio == portfolio.Name).Select(fill => fill.Fill)];
            decimal cash = portfolio.InitialCapital - fills.Sum(fill =>
                (fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity) * fill.Price + fill.Commission);
            Assert.Equal(cash, portfolio.Cash);
            foreach (IGrouping<string, FillEvent> own in fills.GroupBy(fill => fill.Instrument.Symbol))
                AssertFlatToFlat(own, [.. run.Trades.Where(trade => trade.Portfolio == portfolio.Name && trade.Trade.Instrument.Symbol == own.Key).Select(trade => trade.Trade)]);
        }
    }, iter: 150);

    private static void AssertFlatToFlat(IEnumerable<FillEvent> fills, IReadOnlyList<TradeEvent> trades)
    {
        decimal held = 0;
        decimal cash = 0;
        var profits = new List<decimal>();
        foreach (FillEvent fill in fills)
        {
            decimal signed = fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity;
            Assert.True(held == 0 || held > 0 == signed > 0 || Math.Abs(signed) <= Math.Abs(held), "a fill passed zero");
            held += signed;
            cash -= (signed * fill.Price) + fill.Commission;
            if (held != 0)
                continue;
            profits.Add(cash);
            cash = 0;
        }

        Assert.Equal(profits, trades.Select(trade => trade.Profit));
    }
}
