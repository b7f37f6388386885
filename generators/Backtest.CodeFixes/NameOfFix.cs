using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Names a member with <c>nameof</c>: the one written, or the one that was probably intended.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameOfFix)), Shared]
public sealed class NameOfFix() : PluginCodeFix(IndicatorNameAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal
            || !place.Diagnostic.Properties.TryGetValue(IndicatorNameAnalyzer.Meant, out string? meant))
        {
            yield break;
        }

        yield return ("Write it with nameof",
            () => place.Replace(literal, SyntaxFactory.ParseExpression($"nameof({meant})").WithTriviaFrom(literal)));
    }
}
