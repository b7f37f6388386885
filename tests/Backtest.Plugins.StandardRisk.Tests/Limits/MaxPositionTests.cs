namespace Backtest.Tests;

public sealed class MaxPositionTests
{
    private const string Parameters = $$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_position", "value": 0.08}]""";

    [Fact]
    public void Entry_is_cut_to_the_bound()
    {
        var harness = new RiskHarness(Parameters);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 80, "max_position", 0.1, 0.08)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Entry_within_the_bound_is_placed_whole()
    {
        var harness = new RiskHarness(Parameters);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "B", 100)], harness.Turn(harness.Sell(harness.B)));
    }

    [Fact]
    public void What_is_held_and_what_rests_count()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 30);
        harness.Portfolio.RestEntry(harness.A, 20);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 30, "max_position", 0.15, 0.08)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Full_position_refuses_the_entry()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 80);

        Assert.Equal([new RecordedAnswer(AnswerKind.Vetoed, "A", 0, "max_position", 0.18, 0.08)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Position_turned_round_has_room_to_the_bound_on_the_other_side()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, 70);
        harness.Portfolio.RestExit(harness.A, -70);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 80, "max_position", 0.1, 0.08)], harness.Turn(harness.Sell(harness.A)));
    }

    [Fact]
    public void Opposite_position_of_another_strategy_makes_room()
    {
        var harness = new RiskHarness(Parameters);
        harness.Portfolio.Hold(harness.A, -20);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 100)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Of_several_limits_the_tightest_wins()
    {
        var harness = new RiskHarness($$"""
            {{RiskHarness.Hundred}}, "limits": [
              {"type": "max_position", "value": 0.08}, {"type": "max_exposure", "value": 0.05}, {"type": "max_leverage", "value": 2}]
            """);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 50, "max_exposure", 0.1, 0.05)], harness.Turn(harness.Buy(harness.A)));
    }
}
