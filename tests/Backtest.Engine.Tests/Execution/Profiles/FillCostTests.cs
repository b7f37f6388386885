namespace Backtest.Tests;

/// <summary>Cases with an engine's costs, as far as keys of a run can express them.</summary>
public sealed class FillCostTests
{
    private const decimal Points = 0.06m;

    /// <summary>The cases that no keys can express, with the reason.</summary>
    private static readonly (string Case, string Reason)[] Unsaid =
    [
        ("bt-slip-limit-refused", "a limit order whose slipped price is beyond its limit waits"),
        ("py-trade-on-close-stop", "with fills at the close a stop fills at its price whatever the open"),
    ];

    private static SlippageConfig Spread { get; } = new SlippageConfig.BasisPoints(20) { Limits = LimitSlippage.Beyond, IsOfEntries = true };

    public static TheoryData<string, string, ExecutionConfig, decimal[], decimal> Said => new()
    {
        { "bt-slip-open-off", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { SlipsAtOpen = false, StaysInBar = true }), [101.10m], 0 },
        { "bt-slip-open-match", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { StaysInBar = true }), [101.10m], 0 },
        { "bt-slip-open-out", "backtrader", Slipping(new SlippageConfig.Fixed(Points)), [101.16m], 0 },
        { "bt-slip-stop-match", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { SlipsAtOpen = false, StaysInBar = true }), [100.90m], 0 },
        { "bt-slip-stop-out", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { SlipsAtOpen = false }), [100.96m], 0 },
        { "bt-slip-limit-inside", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { StaysInBar = true }), [100.10m], 0 },
        { "bt-slip-perc", "backtrader", Slipping(new SlippageConfig.BasisPoints(10) { StaysInBar = true }), [100.4003m], 0 },
        { "bt-commission", "backtrader", Charging(new CommissionConfig.Percent(0.001m)), [100.30m, 99.80m], 20.01m },
        { "py-commission", "backtesting_py", Charging(new CommissionConfig.Percent(0.001m)), [100.30m, 99.80m], 20.01m },
        {
            "py-commission-fixed", "backtesting_py",
            Charging(new CommissionConfig.Sum([new CommissionConfig.PerOrder(5), new CommissionConfig.Percent(0.001m)])), [100.30m, 99.80m], 30.01m
        },
        { "bt-slip-open-nomatch", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { WaitsOutsideBar = true }), [100.76m], 0 },
        { "bt-slip-stop-nomatch", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { SlipsAtOpen = false, WaitsOutsideBar = true }), [], 0 },
        { "bt-slip-limit-gap", "backtrader", Slipping(new SlippageConfig.Fixed(Points) { Limits = LimitSlippage.Within, StaysInBar = true }), [98.96m], 0 },
        // Whatever slip_match says, a buy is kept within its bar, and a sale is not.
        { "bt-slip-limit-capped", "backtrader", Slipping(new SlippageConfig.Fixed(0.5m) { Limits = LimitSlippage.Within, StaysInBar = true }), [99.30m], 0 },
        { "bt-slip-limit-sell", "backtrader", Slipping(new SlippageConfig.Fixed(0.5m) { Limits = LimitSlippage.Within }), [100.40m], 0 },
        { "py-spread", "backtesting_py", Slipping(Spread), [100.5006m, 99.80m], 0 },
        { "py-spread-2", "backtesting_py", Slipping(Spread), [100.0994m, 101.10m], 0 },
        { "py-spread-limit", "backtesting_py", Slipping(Spread), [100.3002m], 0 },
        { "py-trade-on-close", "backtesting_py", new ExecutionConfig { FillsAtClose = true }, [100.10m], 0 },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void Costs_are_those_of_the_engine(string caseId, string matching, ExecutionConfig costs, decimal[] prices, decimal commission)
    {
        RecordedRun run = FillGolden.Run(FillGolden.CostCases[caseId], _ => costs with { Matching = new ExecutionModel(matching) }).Run;

        Assert.Equal(prices, run.FillPrices);
        Assert.Equal(prices, FillGolden.ExpectedOf(matching, caseId).Where(leg => leg.Outcome == "filled").Select(leg => leg.Price));
        Assert.Equal(commission, run.Fills.Sum(fill => fill.Fill.Commission));
    }

    [Fact]
    public void Every_case_is_said_or_has_a_reason() => Assert.Equal(
        FillGolden.CostCases.Keys.Order(), Said.Select(row => row.Data.Item1).Concat(Unsaid.Select(row => row.Case)).Order());

    private static ExecutionConfig Slipping(SlippageConfig slippage) => new() { Slippage = slippage };

    private static ExecutionConfig Charging(CommissionConfig commission) => new() { Commission = commission };
}
