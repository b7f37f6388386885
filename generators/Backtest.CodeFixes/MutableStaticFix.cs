using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Backtest.CodeFixes;

/// <summary>Makes a static what it is already, unchanging, or a member of the instance where only instances use it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MutableStaticFix)), Shared]
public sealed class MutableStaticFix() : PluginCodeFix(MutableStaticAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        // A declaration of several fields is left to its author, and so is an element that is written.
        MemberDeclarationSyntax? declaration = place.Node switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
            PropertyDeclarationSyntax property => property,
            _ => null,
        };
        if (declaration is null || place.Model.GetDeclaredSymbol(place.Node, place.Cancellation) is not { } member)
            yield break;
        var uses = new StaticUses(member, place.Model.Compilation, place.Cancellation);
        if (uses.NeverChange && declaration is FieldDeclarationSyntax && member is IFieldSymbol { IsReadOnly: false, IsVolatile: false })
            yield return ("Make it readonly", () => place.Replace(declaration, With(place, declaration, set => set.WithIsReadOnly(true))));
        if (uses.NeverChange && declaration is PropertyDeclarationSyntax { AccessorList: { } accessors } get && SetterOf(accessors) is { } setter)
            yield return ("Make it get-only", () => place.Replace(get, get.WithAccessorList(accessors.RemoveNode(setter, SyntaxRemoveOptions.KeepNoTrivia))));
        if (uses.AreByInstances)
            yield return ("Make it a member of the instance", () => place.Replace(declaration, With(place, declaration, set => set.WithIsStatic(false))));
    }

    private static SyntaxNode With(FixPlace place, SyntaxNode declaration, Func<DeclarationModifiers, DeclarationModifiers> change) =>
        place.Generator.WithModifiers(declaration, change(place.Generator.GetModifiers(declaration)));

    private static AccessorDeclarationSyntax? SetterOf(AccessorListSyntax accessors) =>
        accessors.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
}
