using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>All a report says, in the order it says it: what <c>report.json</c> holds, and the page shows.</summary>
internal sealed record ReportDocument
{
    /// <summary>The version of the form reports are written in.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>What was run over which time and data, in a line.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The sections.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }
}

/// <summary>A section of a report.</summary>
/// <param name="Id">What links lead to it by.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it shows.</param>
internal sealed record ReportSection(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>A sentence below the heading.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lead { get; init; }

    /// <summary>Whether the page shows it only when it is opened.</summary>
    public bool Folded { get; init; }
}
