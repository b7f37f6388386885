using Backtest.Analyzers.Banned;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports code that starts tasks and threads, or waits for them, except in bar sources.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadAnalyzer() : BannedApiAnalyzer(Rule, BannedApis.Threads)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0104";

    private static readonly object[] Await =
        ["await", "continues after the turn has ended, on any free thread", "do the work in the handler and return"];

    private static readonly DiagnosticDescriptor Rule =
        Rules.Error(Id, Rules.Isolation, "Separate task or thread", "'{0}' {1}; {2}");

    private protected override bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) => !plugins.IsOutside(place);

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        if (plugins.AreAllOutside)
            return; // code that helps a bar source read may use them as well
        base.Register(context, plugins);
        context.RegisterOperationAction(
            operation =>
            {
                if (!plugins.IsOutside(operation.ContainingSymbol))
                    operation.ReportDiagnostic(Diagnostic.Create(Rule, operation.Operation.Syntax.GetFirstToken().GetLocation(), Await));
            },
            OperationKind.Await);
    }
}
