namespace Backtest.Tests;

public sealed class MaxLeverageTests
{
    private const string Parameters = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_leverage", "value": 0.5}]""";

    [Fact]
    public void Entry_is_cut_to_the_bound()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.B, 900);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 50, "max_leverage", 0.55, 0.5)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Positions_that_outgrow_it_are_cut_back_by_one_fraction()
    {
        // 40,000 in A and 40,000 in B, where 50,000 are allowed.
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 400);
        harness.Portfolio.Hold(harness.B, -800);

        Assert.Equal(
            [new RecordedAnswer(AnswerKind.Reduced, "A", 0.375m, "max_leverage"), new RecordedAnswer(AnswerKind.Reduced, "B", 0.375m, "max_leverage")],
            harness.Turn());
    }

    [Fact]
    public void What_is_leaving_already_is_not_cut_again()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 800);
        harness.Portfolio.RestExit(harness.A, -300);

        Assert.Empty(harness.Turn());
    }

    [Fact]
    public void Without_equity_everything_goes()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 10);

        Assert.Equal([new RecordedAnswer(AnswerKind.Reduced, "A", 1, "max_leverage")], harness.Day(equity: -1));
    }
}
