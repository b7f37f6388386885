using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A line over time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Times">Its points' times.</param>
/// <param name="Values">Its points' values.</param>
internal sealed record Line(string Name, TimeColumn Times, NumberColumn Values)
{
    /// <summary>Whether it is one to compare with.</summary>
    public bool IsReference { get; init; }
}

/// <summary>Which regime held when, one for each stretch.</summary>
/// <param name="Name">The classifier, and the symbol where it has a regime for each.</param>
/// <param name="From">When stretches begin; each ends where the next begins.</param>
/// <param name="Regimes">What held.</param>
/// <param name="Until">When the last ends.</param>
internal sealed record Ribbon(string Name, TimeColumn From, TextColumn Regimes, DateTime Until);

/// <summary>A stretch of time that is marked.</summary>
/// <param name="Name">What is written on it.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends.</param>
internal sealed record Stretch(string Name, DateTime From, DateTime To);

/// <summary>Equity above, what it is below its peak underneath, regimes on top, on one axis.</summary>
/// <param name="Lines">Equity, and what to compare it with.</param>
/// <param name="Underwater">The fall from the highest equity so far, as a fraction; zero or below.</param>
/// <param name="Ribbons">Regimes.</param>
/// <param name="Drawdowns">The worst times below a peak, the deepest first.</param>
internal sealed record TimelineBlock(IReadOnlyList<Line> Lines, Line Underwater, IReadOnlyList<Ribbon> Ribbons, IReadOnlyList<Stretch> Drawdowns)
    : Block;

/// <summary>Lines over time.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Format">How values are written.</param>
internal sealed record LinesBlock(IReadOnlyList<Line> Lines, Format Format) : Block
{
    /// <summary>Whether lines are stacked areas.</summary>
    public bool IsStacked { get; init; }
}

/// <summary>Bars, one for each label and series.</summary>
/// <param name="Labels">What bars are of.</param>
/// <param name="Series">Their lengths.</param>
/// <param name="Format">How lengths are written.</param>
internal sealed record BarsBlock(TextColumn Labels, IReadOnlyList<BarSet> Series, Format Format) : Block
{
    /// <summary>Whether bars lie.</summary>
    public bool IsHorizontal { get; init; }
}

/// <summary>Bars of one kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The length of each.</param>
internal sealed record BarSet(string Name, NumberColumn Values)
{
    /// <summary>Whether it is one to compare with.</summary>
    public bool IsReference { get; init; }

    /// <summary>Where the interval around each begins, or null without intervals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? Low { get; init; }

    /// <summary>Where it ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? High { get; init; }
}

/// <summary>Lines over values that are not times.</summary>
/// <param name="Of">What the values are of.</param>
/// <param name="Labels">The values, in order.</param>
/// <param name="Curves">The lines.</param>
/// <param name="Format">How the height of lines is written.</param>
internal sealed record CurvesBlock(string Of, TextColumn Labels, IReadOnlyList<Curve> Curves, Format Format) : Block;

/// <summary>A line over values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its height at each value.</param>
internal sealed record Curve(string Name, NumberColumn Values);

/// <summary>Numbers by row and column, shaded by their size.</summary>
/// <param name="Rows">What rows are of.</param>
/// <param name="Columns">What columns are of.</param>
/// <param name="Values">The numbers, row by row.</param>
/// <param name="Format">How numbers are written.</param>
internal sealed record MatrixBlock(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, NumberColumn Values, Format Format) : Block
{
    /// <summary>How many columns at the end are sums of the others, and not shaded with them.</summary>
    public int SumColumns { get; init; }
}

/// <summary>Points.</summary>
/// <param name="X">What goes to the right.</param>
/// <param name="Y">What goes up.</param>
internal sealed record ScatterBlock(Axis X, Axis Y) : Block
{
    /// <summary>Which group each point is of, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Groups { get; init; }

    /// <summary>What each point is, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Names { get; init; }
}

/// <summary>One direction of a chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Values">Where each point is on it.</param>
/// <param name="Format">How values are written.</param>
internal sealed record Axis(string Label, NumberColumn Values, Format Format);

/// <summary>How many go from where to where.</summary>
/// <param name="Nodes">The places, by name.</param>
/// <param name="Links">What goes between them.</param>
internal sealed record FlowBlock(IReadOnlyList<string> Nodes, IReadOnlyList<FlowLink> Links) : Block;

/// <summary>How many go from one place to another.</summary>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
/// <param name="Count">How many.</param>
internal sealed record FlowLink(string From, string To, double Count);
