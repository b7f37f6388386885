using Backtest.Analyzers.Banned;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports randomness that does not come from the seed of the run, including hashes salted per process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomnessAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.Randomness)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0102";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Determinism, "Randomness not from the run", "'{0}' {1}; {2}");

    // Hash tables are allowed: only hashes used as numbers are reported.
    private protected override bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) =>
        place.Name != nameof(GetHashCode) || (member.Name != nameof(GetHashCode) && member.ContainingType.Name != "HashCode");
}
