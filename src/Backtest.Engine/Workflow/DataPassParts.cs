namespace Backtest.Engine;

/// <summary>What a pass holds.</summary>
/// <param name="Streamer">Where the bars come from.</param>
/// <param name="Hub">The indicators.</param>
/// <param name="Classifiers">The classifiers.</param>
/// <param name="Trials">The runs.</param>
/// <param name="Views">The chunks of runs that asked for some of the higher timeframes alone, with the indices of those series.</param>
internal sealed record DataPassParts(
    DataStreamer Streamer,
    IndicatorHub Hub,
    IReadOnlyList<SharedClassifier> Classifiers,
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<(BarChunk Chunk, IReadOnlyCollection<int> Higher)> Views);
