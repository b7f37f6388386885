using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>What was found about one plugin, a finding for each law.</summary>
/// <param name="Kind">What the plugin is.</param>
/// <param name="Id">The plugin's id in run files.</param>
/// <param name="Parameters">The parameters it was examined with, as JSON.</param>
/// <param name="Findings">The findings, in the order of the laws.</param>
public sealed record ConformanceReport(PluginKind Kind, string Id, string Parameters, IReadOnlyList<ConformanceFinding> Findings)
{
    /// <summary>Whether every law holds or says nothing of the plugin. One that could not be judged is not held.</summary>
    public bool IsConformant => Findings.All(finding => finding.Passed);

    /// <summary>The laws it breaks.</summary>
    public IReadOnlyList<ConformanceFinding> Broken => [.. Findings.Where(finding => finding.Verdict == ConformanceVerdict.Broken)];

    /// <summary>The report as a person reads it, a law a line.</summary>
    public override string ToString() => $"{Id} with {Parameters}\n{string.Join('\n', Findings.Select(finding => $"  {finding}"))}";
}
