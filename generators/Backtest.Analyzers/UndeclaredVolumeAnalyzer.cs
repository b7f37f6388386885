using System.Collections.Concurrent;
using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports an indicator that reads the volume of bars without declaring it: on data without volume it would read zeros.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredVolumeAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0115";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Advice, "Volume read but not declared",
        "'{0}' reads the volume of bars, which is 0 on data without volume; mark the class [ReadsVolume], so that a run on such data is rejected, "
        + "or check HasVolume");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins) =>
        context.RegisterSymbolStartAction(Examine, SymbolKind.NamedType);

    private static void Examine(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool isBarIndicator = type.AllInterfaces.Any(implemented => implemented.OriginalDefinition.FullName() == "Backtest.IBarIndicator");
        if (!isBarIndicator || type.Attribute("Backtest.ReadsVolumeAttribute") is not null)
            return;

        var reads = new ConcurrentBag<Location>();
        bool asks = false;
        context.RegisterOperationAction(
            operation =>
            {
                var reference = (IPropertyReferenceOperation)operation.Operation;
                if (!reference.Property.ContainingType.Is("Backtest.BarEvent"))
                    return;
                if (reference.Property.Name == "HasVolume")
                    asks = true;
                else if (reference.Property.Name == "Volume" || reference.Arguments.Any(IsVolume))
                    reads.Add(reference.Syntax.GetLocation());
            },
            OperationKind.PropertyReference);
        context.RegisterSymbolEndAction(end =>
        {
            if (asks || reads.IsEmpty)
                return;
            Location first = reads.OrderBy(location => location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(location => location.SourceSpan.Start).First();
            end.ReportDiagnostic(Diagnostic.Create(Rule, first, type.Name));
        });
    }

    private static bool IsVolume(IArgumentOperation argument) =>
        argument.Value is IFieldReferenceOperation { Field: { Name: "Volume" } field } && field.ContainingType.Is("Backtest.BarField");
}
