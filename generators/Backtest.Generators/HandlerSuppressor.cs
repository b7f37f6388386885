using System.Collections.Immutable;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Generators;

/// <summary>Takes back the advice to make a handler static: it is called on an instance, whether it uses it or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule = new("BTS0001", "CA1822", "Handlers are instance methods.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            ISymbol? symbol = context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
            if (symbol is IMethodSymbol { Parameters: [var first, ..] } && IsHandled(first.Type))
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }

    private static bool IsHandled(ITypeSymbol type) => EventTypes.StageOf(type) is not null
        || type.Is("Backtest.RiskTurn") || type.Is("Backtest.UniverseTurn") || type.Is("Backtest.StartContext") || type.Is("Backtest.IParameterErrors")
        || type.Is("Backtest.ContainerParts");
}
