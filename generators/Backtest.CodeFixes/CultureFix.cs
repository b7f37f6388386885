using System.Composition;
using Backtest.Analyzers;
using Backtest.Analyzers.Culture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Writes, reads and orders text the same in every culture.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureFix)), Shared]
public sealed class CultureFix() : PluginCodeFix(CultureAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        place.Diagnostic.Properties.TryGetValue(CultureMend.Key, out string? mend);
        if (place.Node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } text && mend == CultureMend.Interpolation)
            return [("Write it in the invariant culture", () => place.Replace(text, CreateInvariant(place, text)))];
        if (place.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { ArgumentList: { } made } && mend == CultureMend.Comparer
            && made.Parent!.Span.Contains(place.Node.Span) && place.Node is BaseObjectCreationExpressionSyntax)
        {
            return [("Order ordinally", () => place.Replace(made, With(made, made.Arguments.Count, Member(place, "System.StringComparer", "Ordinal"))))];
        }

        return place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? OfCall(place, call, mend) : [];
    }

    private static (string, Func<Document>)[] OfCall(FixPlace place, InvocationExpressionSyntax call, string? mend)
    {
        ArgumentListSyntax list = call.ArgumentList;
        return mend switch
        {
            CultureMend.Provider => [("Use the invariant culture", () => place.Replace(list, With(list, BeforeOut(list), InvariantCulture(place))))],
            CultureMend.ProviderFirst => [("Use the invariant culture", () => place.Replace(list, With(list, 0, InvariantCulture(place))))],
            CultureMend.Comparison
                => [("Compare ordinally", () => place.Replace(list, With(list, list.Arguments.Count, Member(place, "System.StringComparison", "Ordinal"))))],
            CultureMend.Comparer
                => [("Order ordinally", () => place.Replace(list, With(list, list.Arguments.Count, Member(place, "System.StringComparer", "Ordinal"))))],
            CultureMend.Case => [("Use the invariant culture", () => place.Replace(call, Renamed(call)))],
            CultureMend.CompareOrdinal => [("Compare ordinally", () => place.Replace(call, CompareOrdinal(call)))],
            _ => [],
        };
    }

    private static InvocationExpressionSyntax CreateInvariant(FixPlace place, InterpolatedStringExpressionSyntax text) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("string.Create"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList<ArgumentSyntax>(
            [
                SyntaxFactory.Argument(InvariantCulture(place)), SyntaxFactory.Argument(text.WithoutTrivia()),
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
        return call.WithExpression(SyntaxFactory.ParseExpression("string.CompareOrdinal").WithTriviaFrom(call.Expression)).WithArgumentList(list);
    }

    private static int BeforeOut(ArgumentListSyntax list)
    {
        int place = list.Arguments.IndexOf(argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword));
        return place < 0 ? list.Arguments.Count : place;
    }

    private static ArgumentListSyntax With(ArgumentListSyntax list, int place, ExpressionSyntax value) =>
        list.WithArguments(list.Arguments.Insert(place, SyntaxFactory.Argument(value)));

    private static ExpressionSyntax InvariantCulture(FixPlace place) => Member(place, "System.Globalization.CultureInfo", "InvariantCulture");

    private static ExpressionSyntax Member(FixPlace place, string type, string member) => (ExpressionSyntax)place.Generator.MemberAccessExpression(
        place.Generator.TypeExpression(place.Model.Compilation.GetTypeByMetadataName(type)!, addImport: true), member);
}
