namespace Backtest.Tests;

/// <summary>Each profile fills like the engine it is named after: one script of orders, five engines.</summary>
public sealed class FillProfileTests
{
    private static readonly string[] Engines = ["backtesting_py", "backtrader", "lean", "nautilus_adaptive", "tradingview"];

    public static TheoryData<string, string> Settled => new(
        from profile in Engines
        from caseId in FillGolden.Cases.Keys
        where FillGolden.ExpectedOf(profile, caseId).Any(leg => leg.IsSettled)
        select (profile, caseId));

    [Theory]
    [MemberData(nameof(Settled))]
    public void A_profile_fills_as_its_engine_does(string profile, string caseId)
    {
        (RecordedRun run, string[] legs) = FillGolden.Run(caseId, Profile(profile));

        foreach (FillGolden.ExpectedLeg leg in FillGolden.ExpectedOf(profile, caseId).Where(leg => leg.IsSettled))
            Assert.Equal(Expected(leg), Found(run, leg.Leg, Array.IndexOf(legs, leg.Leg) + 1));
    }

    [Fact]
    public void Nearly_every_case_is_settled_for_some_engine_and_none_is_left_out()
    {
        Assert.Equal(74, FillGolden.Cases.Count);
        Assert.All(FillGolden.Cases.Keys, caseId => Assert.Contains(Engines, engine => FillGolden.ExpectedOf(engine, caseId).Any(leg => leg.IsSettled)));
        Assert.Equal([58, 74, 50, 74, 66], Engines.Select(engine => Settled.Count(row => row.Data.Item1 == engine)));
    }

    [Theory]
    [InlineData("lean", "bracket-market-stop-gapped", "brackets")]
    [InlineData("lean", "oco-stops-near-high", "orders that cancel each other")]
    [InlineData("backtesting_py", "trail-gap", "trailing stops")]
    [InlineData("backtesting_py", "market-on-close", "orders on the close")]
    [InlineData("tradingview", "day-touched", "orders for a day or until a date")]
    public void An_order_the_engine_does_not_have_follows_the_standard_rules_and_the_run_warns(string profile, string caseId, string missing)
    {
        RecordedRun run = FillGolden.Run(caseId, Profile(profile)).Run;
        RecordedRun standard = FillGolden.Run(caseId, FillProfile.Standard).Run;

        Assert.Equal(standard.FillPrices, run.FillPrices);
        RunWarning warning = Assert.Single(run.Result.Warnings, warning => warning.Code == "orders_not_in_matching");
        Assert.Contains(missing, warning.Message, StringComparison.Ordinal);
    }

    private static FillProfile Profile(string name) => FillProfile.All.Single(profile => profile.Name == name);

    private static string Expected(FillGolden.ExpectedLeg leg) =>
        $"{leg.Leg} {leg.Outcome}{(leg.Outcome == "filled" ? $" {leg.Bar} {leg.Price:0.00}" : "")}";

    private static string Found(RecordedRun run, string leg, int id)
    {
        OrderRecord order = run.Order(id);
        FillEvent fill = run.Fills.Find(fill => fill.Fill.OrderId == id).Fill;
        string outcome = order.Status switch
        {
            OrderStatus.Filled => $"filled {fill.BarIndex} {fill.Price:0.00########}",
            OrderStatus.Open => "unfilled",
            OrderStatus.Rejected => "rejected",
            _ => order.Reason == "expired" ? "expired" : "canceled",
        };
        return $"{leg} {outcome}";
    }
}
