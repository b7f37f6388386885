using Backtest.Analyzers.Banned;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports the use of files, network, console, processes and environment anywhere in the assembly, except in bar sources.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideWorldAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.OutsideWorld)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0105";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Isolation, "Use of files, the network, the console or processes", "'{0}' {1}; {2}");

    private protected override bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) => !plugins.IsOutside(place);

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        if (!plugins.AreAllOutside) // code that helps a bar source read may use them as well
            base.Register(context, plugins);
    }
}
