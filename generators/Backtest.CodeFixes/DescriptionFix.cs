using System.Composition;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Backtest.Analyzers;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.CodeFixes;

/// <summary>Describes a parameter with the summary of its comment; offered only if there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DescriptionFix)), Shared]
public sealed class DescriptionFix() : PluginCodeFix(ParameterDescriptionAnalyzer.Id)
{
    private const string Description = nameof(Description);

    private static readonly Regex Space = new(@"\s+", RegexOptions.CultureInvariant);

    private protected override IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } declaration
            || place.Model.GetDeclaredSymbol(declaration, place.Cancellation) is not { } property
            || property.Attribute("Backtest.ParameterAttribute")?.ApplicationSyntaxReference?.GetSyntax(place.Cancellation)
                is not AttributeSyntax attribute
            || Summary(declaration) is not { Length: > 0 } summary)
        {
            yield break;
        }

        yield return ("Describe it with its summary", () => place.Replace(attribute, Describe(attribute, summary)));
    }

    private static AttributeSyntax Describe(AttributeSyntax attribute, string summary)
    {
        AttributeArgumentSyntax described = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(Description), nameColon: null,
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(summary)));
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        AttributeArgumentSyntax? empty = list.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == Description);
        return attribute.WithArgumentList(list.WithArguments(
            empty is null ? list.Arguments.Add(described) : list.Arguments.Replace(empty, described)));
    }

    // Comments are not parsed in projects that write no documentation.
    /// <summary>The text of the summary on one line, with references replaced by their names.</summary>
    private static string? Summary(PropertyDeclarationSyntax declaration)
    {
        string comment = string.Concat(declaration.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3) + "\n"));
        try
        {
            XElement? summary = XElement.Parse($"<comment>{comment}</comment>").Element("summary");
            return summary is null ? null : Space.Replace(string.Concat(summary.DescendantNodes().Select(TextOf)), " ").Trim();
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } element => (string?)element.Attributes().FirstOrDefault() ?? "",
        _ => "",
    };
}
