namespace Backtest.Tests;

public sealed class MaxDrawdownTests
{
    private const string ForGood = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_drawdown", "value": 0.2}]""";
    private const string ForThree = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_drawdown", "value": 0.2, "resume_after": 3}]""";
    private const string Halving = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_drawdown", "value": 0.2, "reduce_at": 0.1}]""";

    [Fact]
    public void Loss_from_the_peak_closes_everything()
    {
        var harness = new RiskHarness(ForGood);
        harness.Portfolio.Hold(harness.A, 10);
        harness.Portfolio.Hold(harness.B, -10);

        Assert.Empty(harness.Day(equity: 150_000));
        Assert.Empty(harness.Day(equity: 120_001));
        Assert.Equal(
            [new RecordedAnswer(AnswerKind.Reduced, "A", 1, "max_drawdown"), new RecordedAnswer(AnswerKind.Reduced, "B", 1, "max_drawdown")],
            harness.Day(equity: 120_000));
    }

    [Fact]
    public void Capital_is_the_first_peak()
    {
        var harness = new RiskHarness(ForGood);
        harness.Portfolio.Hold(harness.A, 10);

        Assert.Single(harness.Day(equity: 79_000));
    }

    [Fact]
    public void Entries_are_refused_for_the_rest_of_the_run()
    {
        var harness = new RiskHarness(ForGood);

        Assert.Equal([Refused(harness, 0.25)], harness.Day(equity: 75_000, harness.Buy(harness.A)));
        for (int day = 0; day < 100; day++)
            Assert.Equal([Refused(harness, 0.25)], harness.Day(equity: 200_000, harness.Buy(harness.A)));
    }

    [Fact]
    public void Entries_resume_after_some_bars_with_the_peak_at_the_equity_of_then()
    {
        var harness = new RiskHarness(ForThree);

        for (int day = 0; day < 3; day++)
            Assert.Equal([Refused(harness, 0.25)], harness.Day(equity: 75_000 - day, harness.Buy(harness.A)));
        Assert.Equal(AnswerKind.Placed, Assert.Single(harness.Day(equity: 70_000, harness.Buy(harness.A))).Kind);
        Assert.Equal(AnswerKind.Placed, Assert.Single(harness.Day(equity: 56_001, harness.Buy(harness.A))).Kind);
        Assert.Equal(Refused(harness, 0.2), harness.Day(equity: 56_000, harness.Buy(harness.A))[^1]);
    }

    [Fact]
    public void What_rests_to_enter_is_canceled_when_trading_stops()
    {
        var harness = new RiskHarness(ForThree);
        harness.Day(equity: 100_000, harness.Buy(harness.A));

        Assert.Equal([new RecordedAnswer(AnswerKind.Canceled, "A", 100, "max_drawdown")], harness.Day(equity: 75_000));
        Assert.Empty(harness.Day(equity: 75_000));
    }

    [Fact]
    public void Turns_without_a_bar_of_what_is_traded_do_not_count_towards_resuming()
    {
        var harness = new RiskHarness(ForThree);
        Assert.Equal([Refused(harness, 0.25)], harness.Day(equity: 75_000, harness.Buy(harness.A)));

        harness.Portfolio.HasBarsNow = false;
        for (int turn = 0; turn < 5; turn++)
            Assert.Equal([Refused(harness, 0.25)], harness.Turn(harness.Buy(harness.A)));
        harness.Portfolio.HasBarsNow = true;
        for (int turn = 0; turn < 2; turn++)
            Assert.Equal([Refused(harness, 0.25)], harness.Turn(harness.Buy(harness.A)));
        Assert.Equal(AnswerKind.Placed, Assert.Single(harness.Turn(harness.Buy(harness.A))).Kind);
    }

    [Fact]
    public void What_fills_while_trading_is_stopped_is_closed_as_well()
    {
        var harness = new RiskHarness(ForThree);
        Assert.Empty(harness.Day(equity: 75_000));
        harness.Portfolio.Hold(harness.A, 10);

        Assert.Equal([new RecordedAnswer(AnswerKind.Reduced, "A", 1, "max_drawdown")], harness.Day(equity: 75_000));
    }

    [Fact]
    public void Sizes_are_halved_in_a_smaller_drawdown()
    {
        var harness = new RiskHarness(Halving);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 100)], harness.Day(equity: 91_000, harness.Buy(harness.A)));
        RecordedAnswer halved = Assert.Single(harness.Day(equity: 90_000, harness.Buy(harness.A)));
        Assert.Equal((AnswerKind.Placed, 50, "max_drawdown"), (halved.Kind, halved.Quantity, halved.RiskLimit));
        Assert.Equal(0.1, halved.Measured, 1e-12);
    }

    [Fact]
    public void Sizes_are_halved_before_trading_stops()
    {
        InputError error = Assert.Single(RiskHarness.Errors(
            $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_drawdown", "value": 0.2, "reduce_at": 0.2}]"""));

        Assert.Equal("parameters.limits[0].reduce_at", error.Key);
    }

    private static RecordedAnswer Refused(RiskHarness harness, double drawdown) =>
        new(AnswerKind.Vetoed, harness.A.Symbol, 0, "max_drawdown", drawdown, 0.2);
}
