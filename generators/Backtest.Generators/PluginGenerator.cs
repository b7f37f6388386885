using System.Collections.Immutable;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Indicators.Emission;
using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Indicators.Parsing;
using Backtest.Generators.Plugins.Emission;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Plugins.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators;

/// <summary>Writes, for each plugin class, its node, its factory and the attribute that lists it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PluginGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<PluginIdentity> strategies = Add(context, "Backtest.StrategyAttribute", PluginKind.Strategy);
        IncrementalValuesProvider<PluginIdentity> classifiers = Add(context, "Backtest.ClassifierAttribute", PluginKind.Classifier);
        IncrementalValuesProvider<PluginIdentity> managers = Add(context, "Backtest.RiskManagerAttribute", PluginKind.RiskManager);
        IncrementalValuesProvider<PluginIdentity> containers = Add(context, "Backtest.ContainerAttribute", PluginKind.Container);
        IncrementalValuesProvider<PluginIdentity> sources = Add(context, "Backtest.BarSourceAttribute", PluginKind.BarSource);
        IncrementalValuesProvider<PluginIdentity> indicators = AddIndicators(context);
        IncrementalValuesProvider<DiagnosticInfo> duplicates = strategies.Collect()
            .Combine(classifiers.Collect())
            .Combine(managers.Collect())
            .Combine(containers.Collect())
            .Combine(sources.Collect())
            .Combine(indicators.Collect())
            .SelectMany(static (all, _) => Duplicates.Find(
                [
                    .. all.Left.Left.Left.Left.Left, .. all.Left.Left.Left.Left.Right, .. all.Left.Left.Left.Right, .. all.Left.Left.Right,
                    .. all.Left.Right, .. all.Right,
                ]))
            .WithTrackingName("DuplicateIds");
        context.RegisterSourceOutput(duplicates, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
    }

    private static IncrementalValuesProvider<PluginIdentity> Add(
        IncrementalGeneratorInitializationContext context, string attribute, PluginKind kind)
    {
        IncrementalValuesProvider<PluginResult> results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (target, cancellation) => PluginParser.Parse(target, kind, cancellation))
            .WithTrackingName($"{kind}.Results");
        IncrementalValuesProvider<PluginModel> models = results
            .Select(static (result, _) => result.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName($"{kind}.Models");
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics.ToImmutableArray())
            .WithTrackingName($"{kind}.Diagnostics");
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, PluginEmitter.Emit(model)));
        context.RegisterSourceOutput(diagnostics, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
        return results.Select(static (result, _) => result.Identity).WithTrackingName($"{kind}.Identities");
    }

    private static IncrementalValuesProvider<PluginIdentity> AddIndicators(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<IndicatorPluginResult> results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Backtest.IndicatorPluginAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => IndicatorPluginParser.Parse(target, cancellation))
            .WithTrackingName("Indicator.Results");
        IncrementalValuesProvider<IndicatorPluginModel> models = results
            .Select(static (result, _) => result.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Indicator.Models");
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics.ToImmutableArray())
            .WithTrackingName("Indicator.Diagnostics");
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, IndicatorPluginEmitter.Emit(model)));
        context.RegisterSourceOutput(diagnostics, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
        return results.Select(static (result, _) => result.Identity).WithTrackingName("Indicator.Identities");
    }
}
