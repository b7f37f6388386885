namespace Backtest.Engine;

/// <summary>The turns of a chunk are over, and its rows are about to be replaced by the next one's.</summary>
/// <param name="Chunk">The bars.</param>
[Event(Stage.Bar)]
public readonly record struct ChunkEndEvent(BarChunk Chunk);

/// <summary>The container stopped because of a fault: from now on it is only valued.</summary>
/// <param name="Time">The end of the turn of the fault, UTC.</param>
[Event(Stage.Bar)]
public readonly record struct FaultEvent(DateTime Time);

/// <summary>The run is over.</summary>
/// <param name="Time">The end of its last turn, UTC.</param>
[Event(Stage.Bar)]
public readonly record struct RunEndEvent(DateTime Time);
