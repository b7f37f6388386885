using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The input of an ablation's panels.</summary>
/// <param name="Report">The report of the ablation.</param>
internal sealed record AblationContext(AblationReport Report)
{
    /// <summary>The parts that could be left out.</summary>
    public IReadOnlyList<AblationEffect> Parts => [.. Report.Parts.Where(part => part.Unavailable is null)];

    /// <summary>The display name of a part.</summary>
    public static string Name(AblationEffect part) => $"{part.Kind.Replace('_', ' ')} {part.Name}";
}
