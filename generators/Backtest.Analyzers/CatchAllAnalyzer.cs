using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports a <c>catch</c> clause that catches every exception and rethrows none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchAllAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0114";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Isolation, "Swallowed fault",
        "This catches every exception, including cancellation, so the host is never informed of a fault; catch only the exceptions you expect, "
        + "and let the host stop this container and report the others");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterOperationAction(Examine, OperationKind.CatchClause);

    private static void Examine(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        bool takesAll = clause.ExceptionType is { SpecialType: SpecialType.System_Object } || clause.ExceptionType.Is("System.Exception");
        if (takesAll && clause.Filter is null && !clause.Handler.Descendants().Any(operation => operation is IThrowOperation))
            context.ReportDiagnostic(Diagnostic.Create(Rule, ((CatchClauseSyntax)clause.Syntax).CatchKeyword.GetLocation()));
    }
}
