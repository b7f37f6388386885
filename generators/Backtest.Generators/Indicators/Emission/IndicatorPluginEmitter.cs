using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Plugins.Emission;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Indicators.Emission;

/// <summary>Generates the factory of one indicator plugin, and the attribute that lists it.</summary>
internal static class IndicatorPluginEmitter
{
    private static readonly SourceTemplate Plugin = new("IndicatorPlugin");

    public static string Emit(IndicatorPluginModel model) => Plugin.Render(new
    {
        Model = model,
        Kind = SymbolDisplay.FormatLiteral(model.Kind, quote: true),
        Id = SymbolDisplay.FormatLiteral(model.Id, quote: true),
        Description = SymbolDisplay.FormatLiteral(model.Description, quote: true),
        FactoryName = model.Namespace.Length == 0 ? $"{model.Class}Factory" : $"{model.Namespace}.{model.Class}Factory",
        Schema = SchemaWriter.Write(model.Parameters),
        Readings = model.Arguments.Select(argument => argument.Reading).ToArray(),
        Constructed = string.Join(", ", model.Arguments.Select(argument => argument.Variable)),
        Numbers = string.Concat(model.Arguments.Select(argument => $", {argument.Number}")),
        ArgumentCount = model.Arguments.Count,
    }).TrimEnd() + "\n";
}
