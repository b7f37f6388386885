namespace Backtest;

/// <summary>Bars to read, series by series.</summary>
public interface IBarSource : IDisposable
{
    /// <summary>The series available: by symbol, in ordinal order, then from the shortest timeframe to the longest.</summary>
    IReadOnlyList<SourceSeries> Series { get; }

    /// <summary>
    /// The files behind the bars, in ordinal order of their paths, as they were read; empty if there are none. Complete once every reader has reached
    /// its end.
    /// </summary>
    IReadOnlyList<DataFile> Files { get; }

    /// <summary>
    /// Splits, dividends and delistings of the symbols that the prices do not reflect, by day, then by symbol, splits first; empty if the source has
    /// none.
    /// </summary>
    IReadOnlyList<CorporateAction> Actions => [];

    /// <summary>What a user should know about the data as it was read; complete once every reader has reached its end.</summary>
    IReadOnlyList<DataWarning> Warnings => [];

    /// <summary>Starts reading a series from its first bar. Readers may be used concurrently, each on its own thread.</summary>
    IBarReader Open(SourceSeries series);
}
