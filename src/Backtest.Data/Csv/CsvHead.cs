using Backtest.Data.Files;

namespace Backtest.Data.Csv;

/// <summary>A file, and how it is written.</summary>
/// <param name="File">The file.</param>
/// <param name="Layout">How it is written.</param>
internal sealed record CsvHead(DataPath File, CsvLayout Layout)
{
    /// <summary>Whether its rows name their symbol.</summary>
    public bool NamesSymbols => Layout.Columns.HasSymbol;

    /// <summary>Whether it has volumes.</summary>
    public bool HasVolume => Layout.Columns.HasVolume;

    /// <summary>Whether it has bids or asks.</summary>
    public bool HasQuotes => Layout.Columns.HasQuotes;
}
