using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Finds all uses of a static member in the compilation.</summary>
internal sealed class StaticUses
{
    private readonly ISymbol _member;
    private readonly List<(ExpressionSyntax Expression, ISymbol? Place)> _uses;

    public StaticUses(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        _member = member;
        _uses =
        [
            .. from tree in compilation.SyntaxTrees
               from name in tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
               where name.Identifier.ValueText == member.Name
               let model = compilation.GetSemanticModel(tree)
               where SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, member)
               select (Whole(name), model.GetEnclosingSymbol(name.SpanStart, cancellation)),
        ];
    }

    /// <summary>Whether only its initializer and the static constructor assign it.</summary>
    public bool NeverChange => _uses.TrueForAll(use => IsConstructing(use.Place) || !IsWritten(use.Expression));

    /// <summary>Whether all uses are in instance methods of its class and refer to it by its simple name.</summary>
    public bool AreByInstances => !_member.ContainingType.IsStatic && _uses.TrueForAll(use =>
        use is { Expression: IdentifierNameSyntax, Place: IMethodSymbol { IsStatic: false } method }
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, _member.ContainingType));

    private bool IsConstructing(ISymbol? place) => place is IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
        && SymbolEqualityComparer.Default.Equals(place.ContainingType, _member.ContainingType);

    private bool IsWritten(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is
            SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword
            || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        // A call on a struct may change it.
        MemberAccessExpressionSyntax => _member is IFieldSymbol { Type: { IsValueType: true, IsReadOnly: false } },
        _ => false,
    };

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
}
