using Backtest.Analyzers.Banned;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports the use of the machine's clocks and time zones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WallClockAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.Clocks)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0101";

    private static readonly DiagnosticDescriptor Rule = Rules.Error(Id, Rules.Determinism, "Use of the machine's clock", "'{0}' {1}; {2}");
}
