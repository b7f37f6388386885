using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A line over time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Times">The times of its points.</param>
/// <param name="Values">The values of its points.</param>
internal sealed record Line(string Name, TimeColumn Times, NumberColumn Values)
{
    /// <summary>Whether it is a line to compare with.</summary>
    public bool IsReference { get; init; }
}

/// <summary>The regimes over time, one per period.</summary>
/// <param name="Name">The classifier, and the symbol if each symbol has its own regime.</param>
/// <param name="From">The starts of the periods; each ends where the next begins.</param>
/// <param name="Regimes">The regimes.</param>
/// <param name="Until">The end of the last period.</param>
internal sealed record Ribbon(string Name, TimeColumn From, TextColumn Regimes, DateTime Until);

/// <summary>A marked period of time.</summary>
/// <param name="Name">Its label.</param>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
internal sealed record Stretch(string Name, DateTime From, DateTime To);

/// <summary>Equity, the drawdown below it and regimes above it, on one time axis.</summary>
/// <param name="Lines">Equity, and lines to compare it with.</param>
/// <param name="Underwater">The fall from the highest equity so far, as a fraction; zero or negative.</param>
/// <param name="Ribbons">Regimes.</param>
/// <param name="Drawdowns">The worst periods below a peak, deepest first.</param>
internal sealed record TimelineBlock(IReadOnlyList<Line> Lines, Line Underwater, IReadOnlyList<Ribbon> Ribbons, IReadOnlyList<Stretch> Drawdowns)
    : Block;

/// <summary>Lines over time.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Format">The format of values.</param>
internal sealed record LinesBlock(IReadOnlyList<Line> Lines, Format Format) : Block
{
    /// <summary>Whether lines are stacked areas.</summary>
    public bool IsStacked { get; init; }
}

/// <summary>Bars, one for each label and series.</summary>
/// <param name="Labels">The labels of the bars.</param>
/// <param name="Series">Their lengths.</param>
/// <param name="Format">The format of lengths.</param>
internal sealed record BarsBlock(TextColumn Labels, IReadOnlyList<BarSet> Series, Format Format) : Block
{
    /// <summary>Whether bars are horizontal.</summary>
    public bool IsHorizontal { get; init; }
}

/// <summary>Bars of one kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Their lengths.</param>
internal sealed record BarSet(string Name, NumberColumn Values)
{
    /// <summary>Whether it is a series to compare with.</summary>
    public bool IsReference { get; init; }

    /// <summary>The lower ends of the intervals, or null without intervals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? Low { get; init; }

    /// <summary>The upper ends of the intervals, or null without intervals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? High { get; init; }
}

/// <summary>Lines over values other than times.</summary>
/// <param name="Of">The name of the values.</param>
/// <param name="Labels">The values, in order.</param>
/// <param name="Curves">The lines.</param>
/// <param name="Format">The format of heights.</param>
internal sealed record CurvesBlock(string Of, TextColumn Labels, IReadOnlyList<Curve> Curves, Format Format) : Block;

/// <summary>A line over values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its height at each value.</param>
internal sealed record Curve(string Name, NumberColumn Values);

/// <summary>Numbers by row and column, shaded by size.</summary>
/// <param name="Rows">The labels of rows.</param>
/// <param name="Columns">The labels of columns.</param>
/// <param name="Values">The numbers, row by row.</param>
/// <param name="Format">The format of numbers.</param>
internal sealed record MatrixBlock(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, NumberColumn Values, Format Format) : Block
{
    /// <summary>The number of columns at the end that are sums of the others, which are not shaded with them.</summary>
    public int SumColumns { get; init; }
}

/// <summary>A scatter plot.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
internal sealed record ScatterBlock(Axis X, Axis Y) : Block
{
    /// <summary>The group of each point, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Groups { get; init; }

    /// <summary>The name of each point, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Names { get; init; }
}

/// <summary>An axis of a chart.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Values">The position of each point on it.</param>
/// <param name="Format">The format of values.</param>
internal sealed record Axis(string Label, NumberColumn Values, Format Format);

/// <summary>A flow between named nodes.</summary>
/// <param name="Nodes">The nodes, by name.</param>
/// <param name="Links">The flows between them.</param>
internal sealed record FlowBlock(IReadOnlyList<string> Nodes, IReadOnlyList<FlowLink> Links) : Block;

/// <summary>A flow from one node to another.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
/// <param name="Count">Its size.</param>
internal sealed record FlowLink(string From, string To, double Count);
