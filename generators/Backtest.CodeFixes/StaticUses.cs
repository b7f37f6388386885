using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Looks at every use of a static member, in the whole compilation.</summary>
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

    /// <summary>Whether nothing assigns it but its initializer and the static constructor.</summary>
    public bool NeverChange => _uses.TrueForAll(use => IsConstructing(use.Place) || !IsWritten(use.Expression));

    /// <summary>Whether all that uses it belongs to instances of its class and calls it by its name alone.</summary>
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
        // What is called on a struct may change it.
        MemberAccessExpressionSyntax => _member is IFieldSymbol { Type: { IsValueType: true, SpecialType: SpecialType.None, IsReadOnly: false } },
        _ => false,
    };

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
}
