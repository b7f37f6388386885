namespace Backtest.Tests;

public sealed class WarningTests
{
    [Fact]
    public void A_run_as_it_should_be_has_none() =>
        Assert.Empty(Scenario.Of(TestBar.Flat(10, 11, 12), Plan.BuyFirst).Run().Result.Warnings);

    [Fact]
    public void Entries_mostly_refused_for_want_of_money_are_pointed_out()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 10, 10, 10), EveryBar, quantity: 60, capital: 1000)
            .WithFirst(portfolio => portfolio with { RejectsInsufficient = true }).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("orders_refused", warning.Code);
        Assert.Equal("3 of 5 entry orders of portfolio 'main' were refused: insufficient_funds", warning.Message);
    }

    [Fact]
    public void An_entry_cut_by_a_little_is_not_refused()
    {
        // At the open of 11, the capital buys 90 of the 100 ordered at the close of 10.
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 11, 11), Plan.BuyFirst, quantity: 100, capital: 1000).Run();

        Assert.Equal("insufficient_funds", run.Order(1).Reason);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void Slippage_that_a_coarse_tick_swallows_or_multiplies_is_pointed_out()
    {
        // The slippage is 1% of the price and the tick is 20%, so prices round to none of it or to twenty times as much.
        RecordedRun run = Coarse(points: 100, price: 100, tick: 20);

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("slippage_rounded", warning.Code);
        Assert.EndsWith(" instead of 20.00, because prices are rounded to tick_size", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slippage_near_what_was_asked_for_is_not_pointed_out() => Assert.Empty(Coarse(points: 10, price: 100, tick: 0.1m).Result.Warnings);

    [Theory]
    [InlineData(true, false, "commission per share")]
    [InlineData(false, true, "tick_size")]
    [InlineData(true, true, "commission per share and tick_size")]
    public void Rules_that_would_go_by_prices_as_they_were_traded_are_pointed_out_where_nobody_told_them(
        bool isPaidByShare, bool hasTick, string rules)
    {
        RunWarning warning = Assert.Single(Adjusted(isPaidByShare, hasTick).WithUnknownAdjustment().Run().Result.Warnings);

        Assert.Equal("unknown_factors", warning.Code);
        Assert.Equal(
            $"the data has adjusted prices without their factors: {rules} of portfolio 'main' used them instead of the traded prices on A",
            warning.Message);
    }

    [Fact]
    public void Prices_adjusted_by_factors_that_are_known_or_that_no_rule_goes_by_are_not_pointed_out()
    {
        Assert.Empty(Adjusted(isPaidByShare: true, hasTick: true).WithAdjustment(2, divisor: 2, units: 2).Run().Result.Warnings);
        Assert.Empty(Adjusted(isPaidByShare: false, hasTick: false).WithUnknownAdjustment().Run().Result.Warnings);
    }

    [Fact]
    public void Costs_that_look_like_percentages_are_pointed_out()
    {
        Assert.Equal(
            [
                "execution.commission.value is 0.1, which is 10% of the value of each trade",
                "execution.commission.maximum is 0.5, which is 50% of the value of each trade",
                "execution.interest.margin is 0.75, which is 75% a year",
            ],
            Costs(new CommissionConfig.Sum([new CommissionConfig.Percent(0.1m), new CommissionConfig.PerShare(0.01m, Maximum: 0.5m)]), 0.75m)
                .Select(warning => warning.Message));
        Assert.All(Costs(new CommissionConfig.MakerTaker(0.05m, 0.1m), 0), warning => Assert.Equal("looks_like_percent", warning.Code));
        Assert.StartsWith(
            "Values are fractions: for 0.1%, write 0.001.", Costs(new CommissionConfig.MakerTaker(0.001m, 0.1m), 0)[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_as_markets_have_them_are_not_pointed_out()
    {
        Assert.Empty(Costs(new CommissionConfig.Percent(0.02m), 0.12m));
        Assert.Empty(Costs(new CommissionConfig.PerShare(0.005m, 1, 0.005m), 0));
        Assert.Empty(Costs(new CommissionConfig.MakerTaker(-0.0002m, 0.0006m), 0));
    }

    private static IReadOnlyList<RunWarning> Costs(CommissionConfig commission, decimal margin) => Scenario.Of(TestBar.Flat(10, 11, 12), Plan.BuyFirst)
        .WithExecution(execution => execution with { Commission = commission, Interest = new InterestConfig { Margin = margin } }).Run().Result.Warnings;

    private static Scenario Adjusted(bool isPaidByShare, bool hasTick) => Scenario.Of(TestBar.Flat(10, 10, 10), Plan.BuyFirst)
        .WithInstrument(new Instrument { Symbol = "A", TickSize = hasTick ? 0.01m : null })
        .WithExecution(execution => execution with
        {
            Commission = isPaidByShare ? new CommissionConfig.PerShare(0.01m) : new CommissionConfig.Percent(0.01m),
        });

    private static ScriptedStrategy.Script EveryBar { get; } = (BarEvent bar, in Position position, ISignals signals) =>
        signals.Enter(Direction.Long, new EntryTerms { Add = true });

    private static RecordedRun Coarse(int points, double price, decimal tick) =>
        Scenario.Of(TestBar.Flat(price, price, price, price), Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())))
            .WithInstrument(new Instrument { Symbol = "A", TickSize = tick })
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(points) }).Run();
}
