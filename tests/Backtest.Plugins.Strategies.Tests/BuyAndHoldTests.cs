using Backtest.Plugins.BuyAndHold;

namespace Backtest.Tests;

public sealed class BuyAndHoldTests
{
    [Fact]
    public void Enters_long_at_the_first_bar_and_is_silent_while_it_holds()
    {
        RecordedSignal signal = Assert.Single(StrategyHarness.Run<BuyAndHoldStrategy>("{}", TestBars.Closes(10, 11, 12, 13)));

        Assert.Equal((0, SignalAction.Enter, Direction.Long), (signal.Row, signal.Action, signal.Direction));
    }

    [Fact]
    public void Asks_again_while_its_entry_is_refused()
    {
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<BuyAndHoldStrategy>(
            "{}", TestBars.Closes(10, 11, 12, 13), (row, position) => row < 3 ? default : position);

        Assert.Equal([0, 1, 2], signals.Select(signal => signal.Row));
    }

    [Fact]
    public void Does_not_come_back_once_its_position_was_closed()
    {
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<BuyAndHoldStrategy>(
            "{}", TestBars.Closes(10, 11, 12, 13), (row, position) => row < 2 ? position : default);

        Assert.Equal([0], signals.Select(signal => signal.Row));
    }
}
