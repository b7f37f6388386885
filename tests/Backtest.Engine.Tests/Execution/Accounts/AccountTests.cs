using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>What each account allows a portfolio to enter; figures according to Regulation T and FINRA Rule 4210.</summary>
public sealed class AccountTests
{
    private static readonly AccountConfig.RegT RegT = new();

    [Fact]
    public void A_cash_account_vetoes_shorts()
    {
        RecordedRun run = Run(new AccountConfig.Cash(), 10, Plan.On((0, signals => signals.Enter(Direction.Short))));

        Assert.Empty(run.Orders);
        Assert.Equal(["no_short"], run.Outcomes);
    }

    [Fact]
    public void Of_a_cash_account_cash_never_falls_below_zero()
    {
        RecordedRun run = Run(new AccountConfig.Cash(), 2000, Plan.BuyFirst, commission: 1);

        Assert.Equal([99m], run.FillQuantities);
        Assert.Equal(100, run.Equity[^1].Cash + 1);
    }

    [Fact]
    public void By_regulation_t_an_entry_needs_half_of_what_is_held() =>
        Assert.Equal([200m], Run(RegT, 1000, Plan.BuyFirst).FillQuantities);

    [Fact]
    public void What_a_short_brings_adds_no_buying_power()
    {
        Scenario scenario = Accounted(RegT, 100, Plan.On((0, signals => signals.Enter(Direction.Short))));
        scenario.WithBars("B", TestBar.Flat(100, 100, 100, 100));
        scenario.Plugins.Add("main", new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 0 && bar.Instrument.Symbol == "A")
                signals.Enter(Direction.Short);
            else if (bar.Index == 1 && bar.Instrument.Symbol == "B")
                signals.Enter(Direction.Long);
        }));
        scenario.Plugins.Add("main", new ScriptedRisk(150));

        // A short of 150 · 100 requires 7,500 of 10,000, which leaves 2,500 for a long of 50 · 100.
        Assert.Equal([-150m, 50m], scenario.Run().FillQuantities);
    }

    [Theory]
    [InlineData(1999, 19)]
    [InlineData(2000, 40)]
    public void Below_the_minimum_equity_everything_is_paid_in_full(int capital, int bought) =>
        Assert.Equal([(decimal)bought], Run(RegT, 1000, Plan.BuyFirst, capital: capital).FillQuantities);

    [Fact]
    public void Below_the_minimum_equity_there_are_no_shorts() =>
        Assert.Empty(Run(RegT, 1, Plan.On((0, signals => signals.Enter(Direction.Short))), capital: 1999).Fills);

    [Fact]
    public void Portfolio_margin_is_a_share_of_what_is_held() =>
        Assert.Equal([666m], Run(new AccountConfig.PortfolioPercent(0.15m, 0), 1000, Plan.BuyFirst).FillQuantities);

    [Fact]
    public void Leverage_is_what_a_portfolio_has_that_names_no_account() =>
        Assert.Equal([100m], Scenario.Of(TestBar.Flat(100, 100), Plan.BuyFirst, quantity: 1000, capital: 10_000).Run().FillQuantities);

    [Fact]
    public void A_plugin_says_what_is_borne()
    {
        Scenario scenario = Accounted(new AccountConfig.Plugin(new ExecutionModel("tenth")), 1000, Plan.BuyFirst);
        scenario.Plugins.Add("tenth", new Tenth());

        Assert.Equal([10m], scenario.Run().FillQuantities);
    }

    [Fact]
    public void Leverage_beside_another_account_is_refused() => Refused(
        "contradicting_key", "portfolios.main.leverage",
        Accounted(RegT, 1, Plan.Idle).WithLeverage(2));

    [Fact]
    public void A_maintenance_margin_above_the_initial_one_is_refused() => Refused(
        "invalid_value", "portfolios.main.account.maintenance_short",
        Accounted(RegT with { Initial = 0.28m }, 1, Plan.Idle));

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    public void An_intraday_margin_outside_maintenance_and_initial_is_refused(double margin) => Refused(
        "invalid_value", "portfolios.main.account.intraday_margin",
        Accounted(RegT with { IntradayMargin = (decimal)margin }, 1, Plan.Idle));

    [Fact]
    public void An_intraday_margin_needs_the_ends_of_days()
    {
        var scenario = new Scenario { Timeframe = new Timeframe(1, 'h') };
        scenario.WithBars("A", Walk.Bars(1, 50, timeframe: scenario.Timeframe)).WithPortfolio("main", Plan.Idle)
            .WithFirst(portfolio => portfolio with { Account = RegT with { IntradayMargin = 0.3m } });

        Refused("no_session_close", "portfolios.main.account", scenario);
    }

    private static void Refused(string code, string key, Scenario scenario)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
        Assert.Equal((code, key), (error.Code, error.Key));
        Assert.NotNull(error.Fix);
    }

    private static RecordedRun Run(
        AccountConfig account, decimal quantity, ScriptedStrategy.Script script, decimal capital = 10_000, decimal commission = 0) =>
        Accounted(account, quantity, script, capital)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerOrder(commission) }).Run();

    private static Scenario Accounted(AccountConfig account, decimal quantity, ScriptedStrategy.Script script, decimal capital = 10_000) =>
        Scenario.Of(TestBar.Flat(100, 100, 100, 100), script, quantity, capital).WithFirst(portfolio => portfolio with { Account = account });

    /// <summary>Allows a tenth of the equity and no more.</summary>
    private sealed class Tenth : AccountFactory, IAccount
    {
        public override PluginDescriptor Descriptor { get; } = new() { Kind = PluginKind.Account, Id = "tenth", Type = typeof(Tenth), Handlers = [] };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IAccount Create(ParameterMap parameters, BindingContext context) => this;

        public bool Bears(in AccountState after) => after.Gross * 10 <= after.Equity;
    }
}
