using Backtest.Analyzers.Banned;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports chance that does not come from the seed of the run, hashes that are salted by the process included.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomnessAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.Randomness)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0102";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Determinism, "Chance that is not the run's", "'{0}' {1}; {2}");

    // A hash table may be used: what is reported is a number that decides.
    private protected override bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) =>
        place.Name != nameof(GetHashCode) || (member.Name != nameof(GetHashCode) && member.ContainingType.Name != "HashCode");
}
