using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers.Banned;

/// <summary>Reports each use of the members of one table, anywhere in the assembly of a plugin.</summary>
public abstract class BannedApiAnalyzer : PluginAnalyzer
{
    private static readonly SymbolDisplayFormat Name = new(memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private readonly DiagnosticDescriptor _rule;
    private readonly ImmutableArray<BannedApi> _apis;

    private protected BannedApiAnalyzer(DiagnosticDescriptor rule, ImmutableArray<BannedApi> apis)
    {
        _rule = rule;
        _apis = apis;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        var lookup = new BannedApiLookup(_apis);
        context.RegisterOperationAction(
            operation => Examine(operation, lookup, plugins),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.FieldReference,
            OperationKind.MethodReference, OperationKind.EventReference);
    }

    private void Examine(OperationAnalysisContext context, BannedApiLookup lookup, PluginTypes plugins)
    {
        IOperation operation = context.Operation;
        if (MemberOf(operation) is not { } member || lookup.Find(member) is not { } api || !IsReported(context.ContainingSymbol, member, plugins))
            return;
        // 'new Random().Next()' is reported once, for the constructor.
        if (ReceiverOf(operation) is { } receiver && MemberOf(receiver) is { } source && lookup.Find(source) is not null)
            return;
        if (!IsInNameOf(operation))
            context.ReportDiagnostic(Diagnostic.Create(_rule, PlaceOf(operation.Syntax), TextOf(member), api.Why, api.Mend));
    }

    /// <summary>Whether to report a use, given the method or field that contains it.</summary>
    private protected virtual bool IsReported(ISymbol place, ISymbol member, PluginTypes plugins) => true;

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMemberReferenceOperation reference => reference.Member,
        _ => null,
    };

    private static IOperation? ReceiverOf(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: [var first, ..] } => first.Value,
        IInvocationOperation invocation => invocation.Instance,
        IMemberReferenceOperation reference => reference.Instance,
        _ => null,
    };

    private static bool IsInNameOf(IOperation operation)
    {
        while (operation.Parent is IMemberReferenceOperation outer)
            operation = outer;
        return operation.Parent is INameOfOperation;
    }

    private static Location PlaceOf(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax invocation ? invocation.Expression.GetLocation() : syntax.GetLocation();

    private static string TextOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        ? $"new {constructor.ContainingType.Name}"
        : member.ToDisplayString(Name);
}
