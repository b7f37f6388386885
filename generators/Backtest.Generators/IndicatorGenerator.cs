using Backtest.Generators.Indicators.Emission;
using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Indicators.Parsing;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators;

/// <summary>Generates, for each partial indicator class, the loop that processes many rows in one call.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IndicatorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ColumnModel> models = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ColumnParser.MayBeIndicator(node),
                static (target, cancellation) => ColumnParser.Parse(target, cancellation))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Columns.Models");
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, ColumnEmitter.Emit(model)));
    }
}
