namespace Backtest.Data.Csv;

/// <summary>The content of one file.</summary>
/// <param name="Record">The file, for the record.</param>
/// <param name="Symbols">Every symbol it names, requested or not.</param>
/// <param name="Rows">The bars of the requested symbols.</param>
internal sealed record CsvFile(DataFile Record, IReadOnlyList<string> Symbols, IReadOnlyList<SymbolRows> Rows)
{
    /// <summary>Warnings about the file.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];
}
