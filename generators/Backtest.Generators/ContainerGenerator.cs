using System.Collections.Immutable;
using Backtest.Generators.Containers.Emission;
using Backtest.Generators.Containers.Model;
using Backtest.Generators.Containers.Parsing;
using Backtest.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators;

/// <summary>Generates, for each container factory, the wiring of its container and a description of the flow.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContainerGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContainerResult> results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Backtest.ContainerFactoryAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (target, cancellation) => ContainerParser.Parse(target, cancellation))
            .WithTrackingName("Wiring.Results");
        IncrementalValuesProvider<ContainerModel> models = results
            .Select(static (result, _) => result.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Wiring.Models");
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics.ToImmutableArray())
            .WithTrackingName("Wiring.Diagnostics");
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, ContainerEmitter.Emit(model)));
        context.RegisterSourceOutput(diagnostics, static (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));
    }
}
