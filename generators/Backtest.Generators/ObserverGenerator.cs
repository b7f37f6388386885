using Backtest.Generators.Observers;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators;

/// <summary>
/// Generates the rest of a node that wraps another node of its contract: members that forward to the inner node, and a factory that wraps the nodes
/// of a plugin. A new handler of a contract is thereby observed automatically.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ObserverGenerator : IIncrementalGenerator
{
    private static readonly SourceTemplate Template = new("Observer");

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ObserverModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Backtest.Testing.ObserverAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (target, _) => ObserverParser.Parse(target))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Observer.Models");
        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource(model.HintName, Template.Render(new { Model = model }).TrimEnd() + "\n"));
    }
}
