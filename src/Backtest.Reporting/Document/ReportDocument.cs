using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>The content of a report, in order: what <c>report.json</c> contains and the page shows.</summary>
internal sealed record ReportDocument
{
    /// <summary>The version of the reports' format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>The subject, period and data of the report, in one line.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The sections.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }
}

/// <summary>A section of a report.</summary>
/// <param name="Id">The target of links to it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">Its content.</param>
internal sealed record ReportSection(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>A sentence below the heading.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lead { get; init; }

    /// <summary>Whether the page shows it collapsed.</summary>
    public bool Folded { get; init; }
}
