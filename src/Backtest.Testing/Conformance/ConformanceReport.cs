using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The findings about one plugin, one for each law.</summary>
/// <param name="Kind">What the plugin is.</param>
/// <param name="Id">The plugin's id in run files.</param>
/// <param name="Parameters">The parameters it was examined with, as JSON.</param>
/// <param name="Findings">The findings, in the order of the laws.</param>
public sealed record ConformanceReport(PluginKind Kind, string Id, string Parameters, IReadOnlyList<ConformanceFinding> Findings)
{
    /// <summary>Whether every law holds or does not apply to the plugin. A law that could not be judged does not count as held.</summary>
    public bool IsConformant => Findings.All(finding => finding.Passed);

    /// <summary>The laws it breaks.</summary>
    public IReadOnlyList<ConformanceFinding> Broken => [.. Findings.Where(finding => finding.Verdict == ConformanceVerdict.Broken)];

    /// <summary>The report in readable form, one law a line.</summary>
    public override string ToString() => $"{Id} with {Parameters}\n{string.Join('\n', Findings.Select(finding => $"  {finding}"))}";
}
