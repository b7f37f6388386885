namespace Backtest.Engine;

/// <summary>The parts of a pass.</summary>
/// <param name="Streamer">The stream of bars.</param>
/// <param name="Hub">The indicators.</param>
/// <param name="Classifiers">The classifiers.</param>
/// <param name="Trials">The runs.</param>
/// <param name="Views">The chunks of runs that requested only some of the higher timeframes, with the indexes of the requested series.</param>
internal sealed record DataPassParts(
    DataStreamer Streamer,
    IndicatorHub Hub,
    IReadOnlyList<SharedClassifier> Classifiers,
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<(BarChunk Chunk, IReadOnlyCollection<int> Higher)> Views);
