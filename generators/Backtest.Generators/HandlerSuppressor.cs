using System.Collections.Immutable;
using Backtest.Generators.Contracts;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Generators;

/// <summary>Suppresses the advice to make a handler static, because handlers are called on an instance even if they do not use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule = new("BTS0001", "CA1822", "Handlers are instance methods.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var turns = new Lazy<HashSet<ITypeSymbol>>(() => Turns(context.Compilation));
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            ISymbol? symbol = context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
            if (symbol is IMethodSymbol { Parameters: [var first, ..] } && (IsHandled(first.Type) || turns.Value.Contains(first.Type)))
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }

    private static bool IsHandled(ITypeSymbol type) => EventTypes.StageOf(type) is not null
        || type.Is("Backtest.StartContext") || type.Is("Backtest.IParameterErrors") || type.Is("Backtest.ContainerParts");

    // Besides events, nodes pass the turns of each contract to authors.
    private static HashSet<ITypeSymbol> Turns(Compilation compilation) => new(
        PluginContract.Known(compilation).Where(contract => contract.Type.TypeKind == TypeKind.Class)
            .SelectMany(contract => new NodeContract(contract.Type).Handlers).Select(handler => handler.Parameter),
        SymbolEqualityComparer.Default);
}
