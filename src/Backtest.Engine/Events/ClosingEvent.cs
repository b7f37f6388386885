namespace Backtest.Engine;

/// <summary>All orders of a turn are placed and its close has come: orders that fill at the close fill now.</summary>
/// <param name="Time">The end of the turn, UTC.</param>
/// <param name="ClosesAll">Whether every exit fills and no entry does.</param>
/// <param name="GoesOn">Whether the run continues after everything is closed, so that resting orders are canceled.</param>
[Event(Stage.Order)] // the fills that follow from it are a stage above
public readonly record struct ClosingEvent(DateTime Time, bool ClosesAll, bool GoesOn = false);
