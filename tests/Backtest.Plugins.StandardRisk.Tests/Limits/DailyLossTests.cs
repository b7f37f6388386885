namespace Backtest.Tests;

public sealed class DailyLossTests
{
    private const string Parameters = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "daily_loss", "value": 0.25}]""";

    [Fact]
    public void Loss_against_the_last_equity_of_the_day_before_closes_everything()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 10);
        harness.Day(equity: 90_000);
        SameDay(harness, equity: 80_000);

        Assert.Empty(harness.Day(equity: 60_001));
        Assert.Equal([new RecordedAnswer(AnswerKind.Reduced, "A", 1, "daily_loss")], SameDay(harness, equity: 60_000));
    }

    [Fact]
    public void First_day_is_measured_against_capital()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 10);

        Assert.Single(harness.Day(equity: 75_000));
    }

    [Fact]
    public void Entries_are_refused_until_the_next_day()
    {
        var harness = new RiskHarness(Parameters);

        RecordedAnswer refused = new(AnswerKind.Vetoed, "A", 0, "daily_loss", 0.25, 0.25);
        Assert.Equal([refused], harness.Day(equity: 75_000, harness.Buy(harness.A)));
        Assert.Equal([refused], SameDay(harness, equity: 95_000, harness.Buy(harness.A)));
        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 100)], harness.Day(equity: 95_000, harness.Buy(harness.A)));
    }

    private static IReadOnlyList<RecordedAnswer> SameDay(RiskHarness harness, decimal equity, params ReadOnlySpan<SignalEvent> signals)
    {
        harness.Portfolio.Worth = equity;
        return harness.Turn(signals);
    }
}
