namespace Backtest.Engine;

/// <summary>One bar of a turn: which series, and which of its rows.</summary>
/// <param name="Series">The index of the series.</param>
/// <param name="Row">The row in the chunk.</param>
public readonly record struct TurnBar(int Series, int Row);
