using Backtest.Analyzers.Banned;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports files, network, console, processes and environment, wherever in the assembly they are used but in what gives bars.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideWorldAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.OutsideWorld)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0105";

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Isolation, "A file, the network, the console or a process", "'{0}' {1}; {2}");

    private protected override bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) => !plugins.IsOutside(place);

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        if (!plugins.AreAllOutside) // what helps a bar source read may read as well
            base.Register(context, plugins);
    }
}
