using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports a handler that takes the position but never reads it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadPositionAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0108";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Advice, "Position requested but never read",
        "'{0}' takes '{1}' but never reads it, so the strategy no longer counts as pure; remove the parameter");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterOperationBlockAction(Examine);

    private static void Examine(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !PluginTypes.IsHandler(method))
            return;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.Is("Backtest.Position") && !context.OperationBlocks.Any(block => Reads(block, parameter)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, parameter.Locations[0], $"{method.ContainingType.Name}.{method.Name}", parameter.Name));
            }
        }
    }

    private static bool Reads(IOperation block, IParameterSymbol parameter) => block.Descendants()
        .Any(operation => operation is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));
}
