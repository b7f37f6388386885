namespace Backtest.Tests;

public sealed class MaxExposureTests
{
    private const string Parameters = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_exposure", "value": 0.12}]""";

    [Fact]
    public void Positions_of_all_instruments_count_whatever_their_side()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.B, -100);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 70, "max_exposure", 0.15, 0.12)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Entries_of_one_turn_share_the_room()
    {
        var harness = new RiskHarness(Parameters);

        Assert.Equal(
            [new RecordedAnswer(AnswerKind.Placed, "A", 100), new RecordedAnswer(AnswerKind.Placed, "B", 40, "max_exposure", 0.15, 0.12)],
            harness.Turn(harness.Buy(harness.A), harness.Buy(harness.B)));
    }

    [Fact]
    public void Without_room_the_entry_is_refused()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 120);

        Assert.Equal([new RecordedAnswer(AnswerKind.Vetoed, "B", 0, "max_exposure", 0.17, 0.12)], harness.Turn(harness.Buy(harness.B)));
    }

    [Fact]
    public void Positions_beyond_the_bound_are_left_alone()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 500);

        Assert.Empty(harness.Turn());
    }
}
