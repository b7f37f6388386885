namespace Backtest.Data.Csv;

/// <summary>What one file holds.</summary>
/// <param name="Record">The file, for the record.</param>
/// <param name="Symbols">Every symbol it names, wanted or not.</param>
/// <param name="Rows">The bars of the symbols wanted.</param>
internal sealed record CsvFile(DataFile Record, IReadOnlyList<string> Symbols, IReadOnlyList<SymbolRows> Rows)
{
    /// <summary>What a user should know of the file.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];
}
