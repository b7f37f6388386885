using Backtest.Generators.Observers;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators;

/// <summary>
/// Writes, for a node that stands around another of its contract, what it does not say itself: every other member is passed on, and a
/// factory puts it around the nodes of a plugin. A new handler of a contract is so observed by itself.
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
