using System.Composition;
using Backtest.Analyzers;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Uses the time of the bar or the turn passed to the method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WallClockFix)), Shared]
public sealed class WallClockFix() : PluginCodeFix(WallClockAnalyzer.Id)
{
    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        if (place.Node is not MemberAccessExpressionSyntax access
            || place.Model.GetSymbolInfo(access, place.Cancellation).Symbol is not IPropertySymbol property
            || property.Name is not ("Now" or "UtcNow" or "Today")
            || TimeAt(place) is not { } time)
        {
            yield break;
        }

        string code = property switch
        {
            { Name: "Today" } => $"{time}.Date",
            { ContainingType.Name: "DateTimeOffset" } => $"new {access.Expression}({time})",
            _ => time,
        };
        yield return ("Use the time of the bar",
            () => place.Replace(access, SyntaxFactory.ParseExpression(code).WithTriviaFrom(access)));
    }

    /// <summary>The time given by a parameter of the innermost function; a lambda cannot use parameters of the method around it.</summary>
    private static string? TimeAt(FixPlace place)
    {
        if (place.Model.GetEnclosingSymbol(place.Node.SpanStart, place.Cancellation) is not IMethodSymbol method)
            return null;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.Is("Backtest.BarEvent"))
                return $"{parameter.Name}.End";
            if (parameter.Type.Is("Backtest.RiskTurn"))
                return $"{parameter.Name}.Time";
        }

        return null;
    }
}
