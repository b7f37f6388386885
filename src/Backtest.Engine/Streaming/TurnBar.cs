namespace Backtest.Engine;

/// <summary>A bar of a turn.</summary>
/// <param name="Series">The index of the series.</param>
/// <param name="Row">The row in the chunk.</param>
public readonly record struct TurnBar(int Series, int Row);
