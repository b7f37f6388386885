namespace Backtest;

/// <summary>Bars to read, symbol by symbol.</summary>
public interface IBarSource : IDisposable
{
    /// <summary>The symbols there are, in ordinal order.</summary>
    IReadOnlyList<string> Symbols { get; }

    /// <summary>The files behind the bars, in ordinal order of their paths, as they were read; empty where there are none.</summary>
    IReadOnlyList<DataFile> Files { get; }

    /// <summary>Whether a symbol's bars have volumes.</summary>
    bool HasVolume(string symbol);

    /// <summary>How many bars a symbol has.</summary>
    long Count(string symbol);

    /// <summary>Starts reading a symbol's bars from the first.</summary>
    IBarReader Open(string symbol);
}
