using Backtest.Cli.Composition;
using Backtest.Cli.Watching;

namespace Backtest.Tests.Watching;

public sealed class RunDifferenceTests
{
    private static readonly RunFigures Before = new("aaaaaaaa11111111", 0.123, 45);

    [Fact]
    public void A_difference_is_told_with_what_was_and_what_is() => Assert.Equal(
        "return 12.30% → 11.85% (-0.45 points), trades 45 → 47; events aaaaaaaa → bbbbbbbb",
        RunDifference.Describe(Before, new RunFigures("bbbbbbbb22222222", 0.1185, 47)));

    [Fact]
    public void The_same_events_are_told_in_one_breath() => Assert.Equal(
        "the same result: all events are unchanged (aaaaaaaa)", RunDifference.Describe(Before, Before));

    [Fact]
    public void A_return_that_cannot_be_had_is_a_dash() => Assert.Equal(
        "return 12.30% → -, trades 45 → 0; events aaaaaaaa → bbbbbbbb",
        RunDifference.Describe(Before, new RunFigures("bbbbbbbb22222222", null, 0)));
}
