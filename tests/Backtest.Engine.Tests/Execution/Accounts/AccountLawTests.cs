using CsCheck;

namespace Backtest.Tests;

/// <summary>Laws of money that hold for any run.</summary>
public sealed class AccountLawTests
{
    [Fact]
    public void All_money_is_capital_or_comes_of_a_row() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        Scenario scenario = new RandomRun(seed).Build();
        RecordedRun run = scenario.Run();

        decimal capital = scenario.Config.Portfolios.Concat(scenario.Config.Classifiers.SelectMany(classifier => classifier.Portfolios))
            .Sum(portfolio => portfolio.Capital);
        decimal traded = run.Fills.Sum(fill =>
            ((fill.Fill.Side == Side.Buy ? -1 : 1) * fill.Fill.Instrument.Value(fill.Fill.Quantity, fill.Fill.Price)) - fill.Fill.Commission);
        // Prices have fifteen digits, so sums of money reach the precision limit of a decimal.
        Assert.Equal(
            capital + traded + run.Actions.Sum(action => action.Cash) + run.Interest.Sum(interest => interest.Cash),
            run.Result.Portfolios.Sum(portfolio => portfolio.Cash), precision: 15);
    }, iter: 80);

    [Fact]
    public void A_cash_account_never_owes_anything() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        RecordedRun run = new RandomRun(seed).Build().WithFirst(portfolio => portfolio with { Account = new AccountConfig.Cash(), Leverage = 1 }).Run();

        string first = run.Description.Portfolios[0].Name;
        Assert.All(run.Equity.Where(row => row.Portfolio == first), row => Assert.True(row.Cash >= 0));
        Assert.DoesNotContain(run.Trades, trade => trade.Portfolio == first && trade.Trade.Direction == Direction.Short);
    }, iter: 50);
}
