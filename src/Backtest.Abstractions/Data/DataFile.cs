using System.Text.Json.Serialization;

namespace Backtest;

/// <summary>A record of a file bars were read from.</summary>
/// <param name="Path">The path as the run file gave it, resolved.</param>
/// <param name="Sha256">The SHA-256 of its content, in lower-case hexadecimal.</param>
/// <param name="Rows">Rows that became bars.</param>
/// <param name="SkippedRows">Rows left out because they are not valid bars.</param>
/// <param name="IgnoredColumns">Headers of columns that were not read.</param>
public sealed record DataFile(string Path, string Sha256, long Rows, long SkippedRows, IReadOnlyList<string> IgnoredColumns)
{
    /// <summary>The vendor or program whose format the file has, named by the run file or recognized; <see langword="null"/> if none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }
}
