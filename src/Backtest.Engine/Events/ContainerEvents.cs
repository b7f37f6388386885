namespace Backtest.Engine;

/// <summary>The container has stopped on a fault: from here on it is valued alone.</summary>
/// <param name="Time">The end of the turn it happened in, UTC.</param>
[Event(Stage.Bar)]
public readonly record struct FaultEvent(DateTime Time);

/// <summary>The run is over.</summary>
/// <param name="Time">The end of its last turn, UTC.</param>
[Event(Stage.Bar)]
public readonly record struct RunEndEvent(DateTime Time);
