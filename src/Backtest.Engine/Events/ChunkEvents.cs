namespace Backtest.Engine;

/// <summary>Every indicator holds its values for the chunk: an <see cref="IndicatorEvent"/> for each of its bars, reported once per chunk.</summary>
/// <param name="Chunk">The bars.</param>
[Event(Stage.Indicator)]
public readonly record struct IndicatorsReady(BarChunk Chunk);
