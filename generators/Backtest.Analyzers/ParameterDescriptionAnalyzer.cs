using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>Reports a parameter without a description.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterDescriptionAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0109";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Advice, "Parameter without a description",
        "'{0}' has no description, so the schema and editors of run files cannot explain it; "
        + "add a Description with its meaning and unit");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterSymbolAction(Examine, SymbolKind.Property);

    private static void Examine(SymbolAnalysisContext context)
    {
        if (context.Symbol.Attribute("Backtest.ParameterAttribute") is { } attribute
            && string.IsNullOrWhiteSpace(attribute.Argument("Description", "")))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
