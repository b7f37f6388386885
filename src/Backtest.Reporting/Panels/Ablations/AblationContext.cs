using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>What panels of an ablation are built of.</summary>
/// <param name="Report">What the parts add.</param>
internal sealed record AblationContext(AblationReport Report)
{
    /// <summary>The parts that could be left out.</summary>
    public IReadOnlyList<AblationEffect> Parts => [.. Report.Parts.Where(part => part.Unavailable is null)];

    /// <summary>What a part is called.</summary>
    public static string Name(AblationEffect part) => $"{part.Kind.Replace('_', ' ')} {part.Name}";
}
