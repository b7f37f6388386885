using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Plugins.Parsing;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports a member that an indicator attribute names as text, although the compiler could check <c>nameof</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndicatorNameAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0107";

    /// <summary>The property of a diagnostic that contains the intended name.</summary>
    public const string Meant = nameof(Meant);

    // The generator reports wrong names (BT0009), but editors offer fixes only for diagnostics of analyzers.
    private static readonly DiagnosticDescriptor Rule = Rules.Suggestion(
        Id, Rules.Advice, "Member named by a string",
        "\"{0}\" is a string, which the compiler does not check against the members of the class; write nameof({1})");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterSymbolAction(Examine, SymbolKind.Property);

    private static void Examine(SymbolAnalysisContext context)
    {
        if (context.Symbol.Attribute("Backtest.IndicatorAttribute") is not { ApplicationSyntaxReference: { } reference } attribute
            || reference.GetSyntax(context.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: { } arguments })
        {
            return;
        }

        var members = new NamedMembers(context.Symbol.ContainingType, context.Compilation);
        Func<ITypeSymbol, bool> fits = attribute.AttributeClass!.IsGenericType
            ? NamedMembers.IsNumber
            : type => type.Is("Backtest.IndicatorSpec");
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (argument is not { NameEquals: null, Expression: LiteralExpressionSyntax literal }
                || !literal.IsKind(SyntaxKind.StringLiteralExpression))
            {
                continue;
            }

            string written = literal.Token.ValueText;
            string? meant = members.Find(written)?.Name ?? members.Nearest(written, fits);
            if (meant is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, literal.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Meant, meant), written, meant));
            }
        }
    }
}
