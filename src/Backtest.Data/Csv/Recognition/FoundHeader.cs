using Backtest.Data.Csv.Formats;

namespace Backtest.Data.Csv.Recognition;

/// <summary>The names of a file's columns.</summary>
/// <param name="Names">The names.</param>
/// <param name="Line">The line they are on; 1 where the run file gives them.</param>
/// <param name="FirstRow">The first of the rows read that is one of bars.</param>
/// <param name="FirstLine">The line after the header.</param>
/// <param name="Mapping">Headers by column, those of the format included.</param>
internal sealed record FoundHeader(
    IReadOnlyList<string> Names, int Line, int FirstRow, int FirstLine, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>The vendor's format; <see langword="null"/>: none that is known.</summary>
    public VendorFormat? Format { get; init; }
}
