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
    /// <summary>Its title, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>A sentence below it about its source or what was left out, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}

/// <summary>Labeled figures.</summary>
/// <param name="Figures">The figures.</param>
internal sealed record FiguresBlock(IReadOnlyList<Figure> Figures) : Block;

/// <summary>A figure.</summary>
/// <param name="Id">Its name for programs, in camel case.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Value">Its value, or null if it is not available.</param>
/// <param name="Format">The format of its value.</param>
internal sealed record Figure(string Id, string Label, double? Value, Format Format)
{
    /// <summary>A note beside it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Whether it is colored by its sign.</summary>
    public bool IsSigned { get; init; }
}

/// <summary>Remarks, most serious first.</summary>
/// <param name="Notes">The remarks.</param>
internal sealed record NotesBlock(IReadOnlyList<Remark> Notes) : Block;

/// <summary>A remark.</summary>
/// <param name="Level">Its severity.</param>
/// <param name="Title">A short title.</param>
/// <param name="Text">The full text.</param>
internal sealed record Remark(RemarkLevel Level, string Title, string Text)
{
    /// <summary>What to change, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fix { get; init; }

    /// <summary>The figure it is based on, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figure { get; init; }
}

/// <summary>The severity of a remark.</summary>
internal enum RemarkLevel
{
    /// <summary>For information.</summary>
    Information,

    /// <summary>Needs attention.</summary>
    Warning,

    /// <summary>Needs a fix.</summary>
    Error,
}

/// <summary>A text whose spaces and line ends are preserved.</summary>
/// <param name="Text">The text.</param>
internal sealed record PreformattedBlock(string Text) : Block;
