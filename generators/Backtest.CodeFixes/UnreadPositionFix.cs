using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Removes the position from a handler that does not read it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreadPositionFix)), Shared]
public sealed class UnreadPositionFix() : PluginCodeFix(UnreadPositionAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter)
            yield return ("Remove the position", () => place.Without(parameter));
    }
}
