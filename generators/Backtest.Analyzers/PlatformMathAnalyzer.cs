using Backtest.Analyzers.Banned;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports arithmetic of the platform whose last digits depend on the processor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlatformMathAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.Arithmetic)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0106";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Determinism, "Platform-dependent arithmetic", "'{0}' {1}; {2}");
}
