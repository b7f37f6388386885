using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class LedgerTests
{
    private static readonly Instrument Bond = new() { Symbol = "A", Multiplier = 2.5m };

    [Fact]
    public void Cash_is_capital_and_realized_profit_less_commission_and_cost_after_every_fill() => Fills.Sample(fills =>
    {
        Portfolio portfolio = Ledger(strategies: 3);
        foreach (FillEvent fill in WithinPositions(fills, portfolio))
        {
            portfolio.OnFill(fill, Nobody.Listens);
            Assert.Equal(portfolio.Capital + portfolio.Realized - portfolio.Commission - portfolio.Cost, portfolio.Cash);
        }
    });

    [Fact]
    public void After_splits_and_dividends_cash_is_that_and_dividends_too() => Fills.Sample(fills =>
    {
        Portfolio portfolio = Ledger(strategies: 3);
        foreach (FillEvent fill in WithinPositions(fills, portfolio))
        {
            portfolio.OnFill(fill, Nobody.Listens);
            if (fill.Id % 3 == 0)
                portfolio.OnSplit(new SplitEvent(fill.Time, 0, Bond, fill.Id % 2 == 0 ? 7 : 0.3m, fill.Price / 7), Nobody.Listens, Nobody.Listens);
            if (fill.Id % 4 == 0)
                portfolio.OnDividend(new DividendEvent(fill.Time, Bond, fill.Commission + 0.01m), Nobody.Listens);
            Assert.Equal(
                portfolio.Capital + portfolio.Realized + portfolio.Dividends + portfolio.Interest - portfolio.Commission - portfolio.Cost, portfolio.Cash);
            Assert.Equal(Enumerable.Range(0, 3).Sum(strategy => portfolio.Holding(strategy, Bond).Quantity), portfolio.Quantity(Bond));
        }
    });

    [Fact]
    public void The_net_quantity_is_the_sum_over_strategies() => Fills.Sample(fills =>
    {
        Portfolio portfolio = Ledger(strategies: 3);
        foreach (FillEvent fill in WithinPositions(fills, portfolio))
        {
            portfolio.OnFill(fill, Nobody.Listens);
            Assert.Equal(Enumerable.Range(0, 3).Sum(strategy => portfolio.Holding(strategy, Bond).Quantity), portfolio.Quantity(Bond));
            Assert.Equal(Enumerable.Range(0, 3).Any(strategy => portfolio.Holding(strategy, Bond).Quantity != 0), portfolio.Held.Length > 0);
        }
    });

    [Fact]
    public void A_buy_adds_at_average_cost_and_a_sale_takes_its_share()
    {
        Portfolio portfolio = Ledger(strategies: 1);
        portfolio.OnFill(Fill(1, 0, Side.Buy, 10, 10), Nobody.Listens);
        portfolio.OnFill(Fill(2, 0, Side.Buy, 30, 14), Nobody.Listens);
        Assert.Equal(13m, portfolio.Holding(0, Bond).AveragePrice);

        portfolio.OnFill(Fill(3, 0, Side.Sell, 10, 15), Nobody.Listens);

        Assert.Equal((13m, 50m), (portfolio.Holding(0, Bond).AveragePrice, portfolio.Realized));
    }

    [Fact]
    public void A_short_brings_money_and_owes_the_price()
    {
        Portfolio portfolio = Ledger(strategies: 1);
        portfolio.OnFill(Fill(1, 0, Side.Sell, 10, 10), Nobody.Listens);
        Assert.Equal((100_250m, -250m), (portfolio.Cash, portfolio.Cost));

        portfolio.OnFill(Fill(2, 0, Side.Buy, 10, 8), Nobody.Listens);

        Assert.Equal((50m, 0m), (portfolio.Realized, portfolio.Cost));
    }

    private static Gen<(int Strategy, bool IsBuy, int Quantity, int Cents, int Commission)[]> Fills { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 97], Gen.Int[1, 99_999], Gen.Int[0, 500]).Array[0, 60];

    /// <summary>Fills as the engine produces them: a fill that closes never passes zero.</summary>
    private static IEnumerable<FillEvent> WithinPositions(
        IEnumerable<(int Strategy, bool IsBuy, int Quantity, int Cents, int Commission)> fills, Portfolio portfolio)
    {
        int id = 0;
        foreach ((int strategy, bool isBuy, int quantity, int cents, int commission) in fills)
        {
            decimal held = portfolio.Holding(strategy, Bond).Quantity;
            bool closes = held != 0 && held > 0 != isBuy;
            decimal most = closes ? Math.Min(quantity, Math.Abs(held)) : quantity;
            yield return Fill(++id, strategy, isBuy ? Side.Buy : Side.Sell, most, cents / 100m, commission / 100m);
        }
    }

    private static FillEvent Fill(int id, int strategy, Side side, decimal quantity, decimal price, decimal commission = 0) => new(
        id, id, TestBar.FirstDay, TestBar.FirstDay, 0, 0, Bond, strategy, side, quantity, price, commission, 0);

    private static Portfolio Ledger(int strategies)
    {
        var market = new Market([new BarSeries(Bond, Timeframe.Day, index: 0, hasVolume: false)]);
        return new Portfolio(100_000, [.. Enumerable.Repeat(true, strategies)], [Bond], market, new RegimeFeed(null, [Bond]));
    }

    private sealed class Nobody : ITradeEvents, IPositionEvents
    {
        public static Nobody Listens { get; } = new();

        public void Emit(in TradeEvent trade)
        {
        }

        public void Emit(in PositionActionEvent action)
        {
        }
    }
}
