using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Tests;

/// <summary>Suggests making every method static, as the platform's analyzer does for some.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticAdvice : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("CA1822", "Mark as static", "{0}", "Performance", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol => symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name)), SymbolKind.Method);
    }
}
