using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Removes <c>async</c> from functions that await nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidFix)), Shared]
public sealed class AsyncVoidFix() : PluginCodeFix(AsyncVoidAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        SyntaxNode? function = place.Node.FirstAncestorOrSelf<SyntaxNode>(node => ModifiersOf(node) is not null);
        if (function is null || function.DescendantTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword)))
            yield break;
        yield return ("Remove 'async'", () => place.Replace(function, WithoutAsync(function).WithTriviaFrom(function)));
    }

    private static SyntaxTokenList? ModifiersOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Modifiers,
        LocalFunctionStatementSyntax local => local.Modifiers,
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers,
        _ => null,
    };

    private static SyntaxNode WithoutAsync(SyntaxNode function)
    {
        SyntaxTokenList modifiers = ModifiersOf(function)!.Value;
        modifiers = modifiers.RemoveAt(modifiers.IndexOf(SyntaxKind.AsyncKeyword));
        return function switch
        {
            MethodDeclarationSyntax method => method.WithModifiers(modifiers),
            LocalFunctionStatementSyntax local => local.WithModifiers(modifiers),
            _ => ((AnonymousFunctionExpressionSyntax)function).WithModifiers(modifiers),
        };
    }
}
