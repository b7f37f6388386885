using Backtest.Data.Csv.Formats;

namespace Backtest.Data.Csv.Recognition;

/// <summary>The names of a file's columns.</summary>
/// <param name="Names">The names.</param>
/// <param name="Line">The line they are on; 1 if the run file gives them.</param>
/// <param name="FirstRow">The index of the first row that is a bar, among the rows read.</param>
/// <param name="FirstLine">The line after the header.</param>
/// <param name="Mapping">Headers by column, including those of the format.</param>
internal sealed record FoundHeader(
    IReadOnlyList<string> Names, int Line, int FirstRow, int FirstLine, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>The vendor's format, or <see langword="null"/> if it is not a known one.</summary>
    public VendorFormat? Format { get; init; }
}
