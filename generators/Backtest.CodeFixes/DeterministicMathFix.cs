using System.Composition;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Calls the function of the same name in DeterministicMath, if it exists.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeterministicMathFix)), Shared]
public sealed class DeterministicMathFix() : PluginCodeFix(PlatformMathAnalyzer.Id)
{
    private const string Replacement = "Backtest.DeterministicMath";

    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        // With 'using static System.Math' the name has no qualifier.
        SyntaxNode called = place.Node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } ? access : place.Node;
        if (called is not ExpressionSyntax
            || place.Model.GetSymbolInfo(called, place.Cancellation).Symbol is not IMethodSymbol method
            || place.Model.Compilation.GetTypeByMetadataName(Replacement) is not { } math
            || !math.GetMembers(method.Name).OfType<IMethodSymbol>().Any(candidate => HasSameForm(candidate, method)))
        {
            yield break;
        }

        yield return ("Use DeterministicMath",
            () => place.Replace(called, FixPlace.Member(Replacement, method.Name).WithTriviaFrom(called)));
    }

    private static bool HasSameForm(IMethodSymbol candidate, IMethodSymbol method) =>
        candidate.DeclaredAccessibility == Accessibility.Public
        && candidate.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
}
