using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A figure over two parameters, as a map in colours and as a surface; one pair of parameters at a time.</summary>
/// <param name="Pairs">The pairs, the most telling first.</param>
/// <param name="Label">What the figure is.</param>
/// <param name="Format">How it is written.</param>
internal sealed record HeatmapBlock(IReadOnlyList<HeatmapPair> Pairs, string Label, Format Format) : Block
{
    /// <summary>Whether less of the figure is better.</summary>
    public bool IsLessBetter { get; init; }
}

/// <summary>A figure over two parameters.</summary>
/// <param name="X">The parameter that goes to the right.</param>
/// <param name="Y">The one that goes up.</param>
/// <param name="XLabels">Its places.</param>
/// <param name="YLabels">Those of the other.</param>
/// <param name="Best">The best figure at each place, row by row of <paramref name="Y"/>; a gap where no trial was.</param>
/// <param name="Mean">The mean figure.</param>
/// <param name="Counts">How many trials were there.</param>
/// <param name="Winner">Where the best trial is.</param>
internal sealed record HeatmapPair(
    string X, string Y, TextColumn XLabels, TextColumn YLabels, NumberColumn Best, NumberColumn Mean, NumberColumn Counts, int Winner);

/// <summary>Trials as lines across an axis for each parameter, coloured by a figure.</summary>
/// <param name="Axes">The parameters.</param>
/// <param name="Figure">The figure.</param>
internal sealed record ParallelBlock(IReadOnlyList<ParallelAxis> Axes, Axis Figure) : Block
{
    /// <summary>Whether less of the figure is better.</summary>
    public bool IsLessBetter { get; init; }
}

/// <summary>An axis of a parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Values">Where each trial is on it.</param>
internal sealed record ParallelAxis(string Name, NumberColumn Values)
{
    /// <summary>What its places are called, where they are not numbers; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Labels { get; init; }

    /// <summary>Whether it is logarithmic.</summary>
    public bool IsLog { get; init; }
}
