using Backtest.Analyzers.Banned;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports files, network, console, processes and environment, wherever in the assembly they are used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideWorldAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.OutsideWorld)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0105";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Isolation, "A file, the network, the console or a process", "'{0}' {1}; {2}");
}
