using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A part of a section, drawn in one way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FiguresBlock), "figures")]
[JsonDerivedType(typeof(NotesBlock), "notes")]
[JsonDerivedType(typeof(TimelineBlock), "timeline")]
[JsonDerivedType(typeof(LinesBlock), "lines")]
[JsonDerivedType(typeof(CurvesBlock), "curves")]
[JsonDerivedType(typeof(FanBlock), "fan")]
[JsonDerivedType(typeof(BarsBlock), "bars")]
[JsonDerivedType(typeof(HeatmapBlock), "heatmap")]
[JsonDerivedType(typeof(ParallelBlock), "parallel")]
[JsonDerivedType(typeof(MatrixBlock), "matrix")]
[JsonDerivedType(typeof(ScatterBlock), "scatter")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(CandlesBlock), "candles")]
[JsonDerivedType(typeof(FlowBlock), "flow")]
[JsonDerivedType(typeof(GraphBlock), "graph")]
[JsonDerivedType(typeof(PreformattedBlock), "preformatted")]
internal abstract record Block
{
    /// <summary>What stands above it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>A sentence below it: what it is computed from, what was left out; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}

/// <summary>Figures, each with its label.</summary>
/// <param name="Figures">The figures.</param>
internal sealed record FiguresBlock(IReadOnlyList<Figure> Figures) : Block;

/// <summary>A figure.</summary>
/// <param name="Id">Its name for programs, camel case.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Value">What it is, or null if it cannot be had.</param>
/// <param name="Format">How it is written.</param>
internal sealed record Figure(string Id, string Label, double? Value, Format Format)
{
    /// <summary>What to know beside it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Whether it is coloured by its sign.</summary>
    public bool IsSigned { get; init; }
}

/// <summary>Remarks, the gravest first.</summary>
/// <param name="Notes">The remarks.</param>
internal sealed record NotesBlock(IReadOnlyList<Remark> Notes) : Block;

/// <summary>A remark.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Title">It in a few words.</param>
/// <param name="Text">It in full.</param>
internal sealed record Remark(RemarkLevel Level, string Title, string Text)
{
    /// <summary>What to change, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fix { get; init; }

    /// <summary>The figure behind it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figure { get; init; }
}

/// <summary>How grave a remark is.</summary>
internal enum RemarkLevel
{
    /// <summary>To know.</summary>
    Information,

    /// <summary>To look at.</summary>
    Warning,

    /// <summary>To mend.</summary>
    Error,
}

/// <summary>A text whose spaces and line ends count.</summary>
/// <param name="Text">The text.</param>
internal sealed record PreformattedBlock(string Text) : Block;
