using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A figure over two parameters, as a colored map and as a surface, for one pair of parameters at a time.</summary>
/// <param name="Pairs">The pairs, most informative first.</param>
/// <param name="Label">The name of the figure.</param>
/// <param name="Format">The format of the figure.</param>
internal sealed record HeatmapBlock(IReadOnlyList<HeatmapPair> Pairs, string Label, Format Format) : Block
{
    /// <summary>Whether lower figures are better.</summary>
    public bool IsLessBetter { get; init; }
}

/// <summary>A figure over two parameters.</summary>
/// <param name="X">The horizontal parameter.</param>
/// <param name="Y">The vertical parameter.</param>
/// <param name="XLabels">The values of the horizontal parameter.</param>
/// <param name="YLabels">The values of the vertical parameter.</param>
/// <param name="Best">The best figure in each cell, row by row of <paramref name="Y"/>; a gap where there was no trial.</param>
/// <param name="Mean">The mean figure in each cell.</param>
/// <param name="Counts">The number of trials in each cell.</param>
/// <param name="Winner">The cell of the best trial.</param>
internal sealed record HeatmapPair(
    string X, string Y, TextColumn XLabels, TextColumn YLabels, NumberColumn Best, NumberColumn Mean, NumberColumn Counts, int Winner);

/// <summary>Trials as lines across one axis per parameter, colored by a figure.</summary>
/// <param name="Axes">The parameters.</param>
/// <param name="Figure">The figure.</param>
internal sealed record ParallelBlock(IReadOnlyList<ParallelAxis> Axes, Axis Figure) : Block
{
    /// <summary>Whether lower figures are better.</summary>
    public bool IsLessBetter { get; init; }
}

/// <summary>The axis of a parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Values">The position of each trial on it.</param>
internal sealed record ParallelAxis(string Name, NumberColumn Values)
{
    /// <summary>The labels of its positions if they are not numbers, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Labels { get; init; }

    /// <summary>Whether it is logarithmic.</summary>
    public bool IsLog { get; init; }
}
