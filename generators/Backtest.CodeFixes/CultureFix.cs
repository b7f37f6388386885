using System.Composition;
using Backtest.Analyzers;
using Backtest.Analyzers.Culture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Makes code write, read and order text the same way in every culture.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureFix)), Shared]
public sealed class CultureFix() : PluginCodeFix(CultureAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        place.Diagnostic.Properties.TryGetValue(CultureMend.Key, out string? mend);
        return place.Node switch
        {
            InterpolatedStringExpressionSyntax text when mend == CultureMend.Interpolation
                => [("Write it in the invariant culture", () => place.Replace(text, CreateInvariant(text)))],
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } when mend == CultureMend.Comparer
                => [("Order ordinally", () => place.Replace(list, WithLast(list, OrdinalComparer())))],
            _ when place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call => OfCall(place, call, mend),
            _ => [],
        };
    }

    private static (string, Func<Document>)[] OfCall(FixPlace place, InvocationExpressionSyntax call, string? mend)
    {
        ArgumentListSyntax list = call.ArgumentList;
        return mend switch
        {
            CultureMend.Provider => [("Use the invariant culture", () => place.Replace(list, WithProvider(list)))],
            CultureMend.ProviderFirst => [("Use the invariant culture", () => place.Replace(list, With(list, 0, InvariantCulture())))],
            CultureMend.Comparison => [("Compare ordinally", () => place.Replace(list, WithLast(list, OrdinalComparison())))],
            CultureMend.Comparer => [("Order ordinally", () => place.Replace(list, WithLast(list, OrdinalComparer())))],
            CultureMend.Case => [("Use the invariant culture", () => place.Replace(call, Renamed(call)))],
            CultureMend.CompareOrdinal when call.Expression is not MemberBindingExpressionSyntax
                => [("Compare ordinally", () => place.Replace(call, CompareOrdinal(call)))],
            _ => [],
        };
    }

    private static InvocationExpressionSyntax CreateInvariant(InterpolatedStringExpressionSyntax text) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("string.Create"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList<ArgumentSyntax>(
            [
                SyntaxFactory.Argument(InvariantCulture()), SyntaxFactory.Argument(text.WithoutTrivia()),
            ]))).WithTriviaFrom(text);

    private static InvocationExpressionSyntax Renamed(InvocationExpressionSyntax call)
    {
        SimpleNameSyntax name = call.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last();
        return call.ReplaceNode(name, SyntaxFactory.IdentifierName(name.Identifier.ValueText + "Invariant").WithTriviaFrom(name));
    }

    private static InvocationExpressionSyntax CompareOrdinal(InvocationExpressionSyntax call)
    {
        bool isOnInstance = call is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax };
        ArgumentListSyntax list = isOnInstance
            ? With(call.ArgumentList, 0, ((MemberAccessExpressionSyntax)call.Expression).Expression.WithoutTrivia())
            : call.ArgumentList;
        ExpressionSyntax method = SyntaxFactory.ParseExpression("string.CompareOrdinal").WithTriviaFrom(call.Expression);
        return call.WithExpression(method).WithArgumentList(list);
    }

    /// <summary>Puts the culture in place of a null, otherwise before <c>out</c>, otherwise at the end.</summary>
    private static ArgumentListSyntax WithProvider(ArgumentListSyntax list)
    {
        if (list.Arguments.FirstOrDefault(argument => argument.Expression.IsKind(SyntaxKind.NullLiteralExpression)) is { } none)
            return list.ReplaceNode(none, none.WithExpression(InvariantCulture()));
        int place = list.Arguments.IndexOf(argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword));
        return With(list, place < 0 ? list.Arguments.Count : place, InvariantCulture());
    }

    private static ArgumentListSyntax WithLast(ArgumentListSyntax list, ExpressionSyntax value) => With(list, list.Arguments.Count, value);

    private static ArgumentListSyntax With(ArgumentListSyntax list, int place, ExpressionSyntax value) =>
        list.WithArguments(list.Arguments.Insert(place, SyntaxFactory.Argument(value)));

    private static ExpressionSyntax InvariantCulture() => FixPlace.Member("System.Globalization.CultureInfo", "InvariantCulture");

    private static ExpressionSyntax OrdinalComparison() => FixPlace.Member("System.StringComparison", "Ordinal");

    private static ExpressionSyntax OrdinalComparer() => FixPlace.Member("System.StringComparer", "Ordinal");
}
