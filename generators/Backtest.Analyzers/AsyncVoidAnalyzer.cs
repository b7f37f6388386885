using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports <c>async void</c> methods, local functions and lambdas. Handlers are reported by BT0005 instead.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0110";

    private static readonly DiagnosticDescriptor Rule = Rules.Error(
        Id, Rules.Isolation, "Async method that cannot be awaited",
        "'{0}' is async and returns nothing, so an exception ends the process instead of its container; remove 'async'");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (IsAsyncVoid(method) && !PluginTypes.IsHandler(method))
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations[0], method.Name));
            },
            SymbolKind.Method);
        context.RegisterOperationAction(
            operation =>
            {
                IMethodSymbol function = operation.Operation is ILocalFunctionOperation local
                    ? local.Symbol
                    : ((IAnonymousFunctionOperation)operation.Operation).Symbol;
                if (IsAsyncVoid(function))
                {
                    string name = function.MethodKind == MethodKind.LocalFunction ? function.Name : "The lambda";
                    operation.ReportDiagnostic(Diagnostic.Create(Rule, function.Locations[0], name));
                }
            },
            OperationKind.LocalFunction, OperationKind.AnonymousFunction);
    }

    private static bool IsAsyncVoid(IMethodSymbol method) => method is { IsAsync: true, ReturnsVoid: true };
}
