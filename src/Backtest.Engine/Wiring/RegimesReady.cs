namespace Backtest.Engine;

/// <summary>A classifier has classified the chunk: each portfolio under it hears of the changes turn by turn.</summary>
/// <param name="Chunk">The bars.</param>
[Event(Stage.Regime)]
public readonly record struct RegimesReady(BarChunk Chunk);
