using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Backtest.CodeFixes;

/// <summary>Makes a static member that never changes immutable, or one that only instances use a member of the instance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MutableStaticFix)), Shared]
public sealed class MutableStaticFix() : PluginCodeFix(MutableStaticAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        // A declaration of several fields, or a write to an array element, is left to the author.
        MemberDeclarationSyntax? declaration = place.Node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field } => field,
            PropertyDeclarationSyntax property => property,
            _ => null,
        };
        if (declaration is null || place.Model.GetDeclaredSymbol(place.Node, place.Cancellation) is not { } member)
            yield break;
        var uses = new StaticUses(member, place.Model.Compilation, place.Cancellation);
        if (uses.NeverChange && member is IFieldSymbol { IsReadOnly: false, IsVolatile: false })
            yield return ("Make it readonly", () => With(place, declaration, modifiers => modifiers.WithIsReadOnly(true)));
        if (uses.NeverChange && SetterOf(declaration) is { } setter)
            yield return ("Make it get-only", () => place.Without(setter));
        if (uses.AreByInstances)
            yield return ("Make it an instance member", () => With(place, declaration, modifiers => modifiers.WithIsStatic(false)));
    }

    private static Document With(FixPlace place, SyntaxNode declaration, Func<DeclarationModifiers, DeclarationModifiers> change) =>
        place.Replace(declaration, place.Generator.WithModifiers(declaration, change(place.Generator.GetModifiers(declaration))));

    private static AccessorDeclarationSyntax? SetterOf(MemberDeclarationSyntax declaration) =>
        (declaration as PropertyDeclarationSyntax)?.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
}
