namespace Backtest;

/// <summary>Bars to read, series by series.</summary>
public interface IBarSource : IDisposable
{
    /// <summary>What there is to read: by symbol, in ordinal order, then from the shortest timeframe to the longest.</summary>
    IReadOnlyList<SourceSeries> Series { get; }

    /// <summary>
    /// The files behind the bars, in ordinal order of their paths, as they were read; empty where there are none. All are there once every
    /// reader has come to its end.
    /// </summary>
    IReadOnlyList<DataFile> Files { get; }

    /// <summary>
    /// Splits, dividends and delistings of the symbols that are not in the prices, by day, then by symbol, splits first; empty where the
    /// source knows of none.
    /// </summary>
    IReadOnlyList<CorporateAction> Actions => [];

    /// <summary>What a user should know of the data as it was read; complete once every reader has come to its end.</summary>
    IReadOnlyList<DataWarning> Warnings => [];

    /// <summary>Starts reading a series from its first bar. Readers may be read at once, each on a thread of its own.</summary>
    IBarReader Open(SourceSeries series);
}
