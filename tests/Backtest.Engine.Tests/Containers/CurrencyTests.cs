namespace Backtest.Tests;

public sealed class CurrencyTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10);

    [Fact]
    public void Two_currencies_in_one_portfolio_are_refused()
    {
        InputError error = Error(Of(("A", "EUR"), ("B", "JPY")));

        Assert.Equal(("several_currencies", "portfolios.main.currency"), (error.Code, error.Key));
        Assert.Equal(
            "portfolio 'main' trades A in EUR and B in JPY: money of different currencies cannot be added and is not converted", error.Message);
    }

    [Fact]
    public void An_instrument_in_another_currency_than_its_portfolio_is_refused()
    {
        InputError error = Error(Of(("A", "EUR"), ("B", null)).WithFirst(portfolio => portfolio with { Currency = "USD" }));

        Assert.StartsWith("portfolio 'main' is in USD and trades A in EUR: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Portfolios_of_different_currencies_under_one_total_are_refused()
    {
        InputError error = Error(Of(("A", "EUR"), ("B", null)).WithFirst(On("A")).WithPortfolio("other", Plan.Idle)
            .With(config => config with { Portfolios = [config.Portfolios[0], On("B")(config.Portfolios[1])] }));

        Assert.Equal("portfolios.other.currency", error.Key);
        Assert.StartsWith("portfolio 'main' is in EUR and portfolio 'other' in USD, under one total: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_strategy_works_on_may_be_in_any_currency()
    {
        Assert.Empty(Of(("A", "EUR"), ("B", "JPY")).WithFirst(On("A")).Run().Result.Faults);
    }

    [Theory]
    [InlineData(null, null, "USD")]
    [InlineData("EUR", null, "EUR")]
    [InlineData(null, "CHF", "CHF")]
    [InlineData("CHF", "CHF", "CHF")]
    public void An_instrument_without_a_currency_takes_its_portfolios(string? ofInstrument, string? ofPortfolio, string expected)
    {
        RecordedRun run = Of(("A", ofInstrument), ("B", null)).WithFirst(portfolio => portfolio with { Currency = ofPortfolio }).Run();

        Assert.All(run.Description.Instruments, instrument => Assert.Equal(expected, instrument.Currency));
        Assert.Equal(expected, run.Description.Currency);
    }

    private static Scenario Of(params (string Symbol, string? Currency)[] instruments)
    {
        Scenario scenario = new Scenario().WithPortfolio("main", Plan.Idle);
        foreach ((string symbol, string? currency) in instruments)
            scenario.WithBars(symbol, Bars).WithInstrument(new Instrument { Symbol = symbol, Currency = currency });
        return scenario;
    }

    private static Func<PortfolioConfig, PortfolioConfig> On(string symbol) => portfolio => portfolio with
    {
        Strategies = [portfolio.Strategies[0] with { Symbols = [symbol] }],
    };

    private static InputError Error(Scenario scenario) => Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
}
