using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports <c>foreach</c> over a hash table of texts or objects, whose order is not defined.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HashOrderAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0113";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Determinism, "Order of a hash table",
        "'{0}' has no defined order, and hash codes of strings and objects differ between runs; sort it before iterating, or keep a list as well");

    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "System.Collections.Hashtable", "System.Collections.Concurrent.ConcurrentDictionary", "System.Collections.Frozen.FrozenDictionary",
        "System.Collections.Frozen.FrozenSet", "System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet",
        "System.Collections.Immutable.ImmutableDictionary", "System.Collections.Immutable.ImmutableHashSet",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterOperationAction(Examine, OperationKind.Loop);

    private static void Examine(OperationAnalysisContext context)
    {
        if (context.Operation is not IForEachLoopOperation { Collection: var collection, Syntax: CommonForEachStatementSyntax syntax })
            return;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
            collection = conversion.Operand;
        // 'Keys' and 'Values' are collections nested in the table's own type.
        INamedTypeSymbol? table = collection.Type?.ContainingType ?? collection.Type as INamedTypeSymbol;
        bool isByValue = table is { TypeArguments: [{ IsValueType: true }, ..] };
        if (table is not null && !isByValue && Tables.Contains(table.FullName()))
            context.ReportDiagnostic(Diagnostic.Create(Rule, syntax.Expression.GetLocation(), table.Name));
    }
}
