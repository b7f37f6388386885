using System.Collections.Immutable;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Emission;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Plugins.Parsing;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators;

/// <summary>
/// Generates, for each plugin class, its node, its factory and the attribute that lists it. A class is a plugin if it has an attribute with a
/// contract, from any assembly: kinds are not named here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PluginGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<PluginResult> results = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => PluginParser.MayBePlugin(node),
                static (target, cancellation) => PluginParser.Parse(target, cancellation))
            .Where(static result => result is not null)
            .Select(static (result, _) => result!)
            .WithTrackingName("Plugin.Results");
        IncrementalValuesProvider<SourceModel> models = results
            .Select(static (result, _) => result.Source)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Plugin.Models");
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics.ToImmutableArray())
            .WithTrackingName("Plugin.Diagnostics");
        IncrementalValuesProvider<DiagnosticInfo> duplicates = results
            .Select(static (result, _) => result.Identity)
            .WithTrackingName("Plugin.Identities")
            .Collect()
            .SelectMany(static (all, _) => Duplicates.Find(all))
            .WithTrackingName("DuplicateIds");
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, SourceEmitter.Emit(model)));
        context.RegisterSourceOutput(diagnostics, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
        context.RegisterSourceOutput(duplicates, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
    }
}
