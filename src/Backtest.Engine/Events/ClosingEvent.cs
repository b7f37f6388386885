namespace Backtest.Engine;

/// <summary>Every order of a turn is placed, and its close has come: what fills at the close does so now.</summary>
/// <param name="Time">The end of the turn, UTC.</param>
/// <param name="ClosesAll">Whether every exit fills, and no entry.</param>
/// <param name="GoesOn">Whether the run continues after everything is closed: resting orders are canceled.</param>
[Event(Stage.Order)] // what follows from it are fills, a stage above
public readonly record struct ClosingEvent(DateTime Time, bool ClosesAll, bool GoesOn = false);
