namespace Backtest.Engine;

/// <summary>Every indicator holds its values for the chunk: an <see cref="IndicatorEvent"/> for each of its bars, reported once per chunk.</summary>
/// <param name="Chunk">The bars.</param>
[Event(Stage.Indicator)]
public readonly record struct IndicatorsReady(BarChunk Chunk);

/// <summary>A classifier has classified the chunk: each portfolio under it hears of the changes turn by turn.</summary>
/// <param name="Chunk">The bars.</param>
[Event(Stage.Regime)]
public readonly record struct RegimesReady(BarChunk Chunk);
