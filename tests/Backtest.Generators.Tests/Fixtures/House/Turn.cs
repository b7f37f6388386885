namespace Backtest.Tests.House;

/// <summary>One step of the fixture's time.</summary>
[Event(Stage.Bar)]
public readonly record struct Turn(int Number);
