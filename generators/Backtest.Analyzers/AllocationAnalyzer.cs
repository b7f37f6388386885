using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>
/// Reports allocations in methods called for every bar: objects, arrays, texts, boxes, delegates and LINQ. Exceptions that are thrown, and values
/// created once by <c>??=</c>, are excluded; the methods it calls are not examined.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllocationAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0112";

    private static readonly DiagnosticDescriptor Rule = Rules.Suggestion(
        Id, Rules.Advice, "Allocation on every bar",
        "'{0}' is called for every bar and allocates {1} here; create it once, in OnStart or a field, and reuse it");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterOperationBlockAction(block => Examine(block, plugins));

    private static void Examine(OperationBlockAnalysisContext context, PluginTypes plugins)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !plugins.IsCalledEachBar(method))
            return;
        foreach (IOperation block in context.OperationBlocks)
            Examine(context, method, block);
    }

    private static void Examine(OperationBlockAnalysisContext context, IMethodSymbol method, IOperation operation)
    {
        if (operation is IThrowOperation or ICoalesceAssignmentOperation)
            return;
        if (KindOf(operation) is { } kind)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, operation.Syntax.GetLocation(), $"{method.ContainingType.Name}.{method.Name}", kind));
            return;
        }

        foreach (IOperation child in operation.ChildOperations)
            Examine(context, method, child);
    }

    private static string? KindOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type.IsReferenceType: true } => "an object",
        ICollectionExpressionOperation { Type.IsReferenceType: true } => "an object",
        IArrayCreationOperation { IsImplicit: false } => "an array",
        IInterpolatedStringOperation { ConstantValue.HasValue: false } => "a string",
        IBinaryOperation { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } => "a string",
        IDelegateCreationOperation => "a delegate",
        IInvocationOperation { TargetMethod.ContainingType: { } type } when type.Is("System.Linq.Enumerable") => "an enumerator",
        IConversionOperation { OperatorMethod: null, Operand.Type.IsValueType: true, Type.IsReferenceType: true } => "a boxed value",
        _ => null,
    };
}
