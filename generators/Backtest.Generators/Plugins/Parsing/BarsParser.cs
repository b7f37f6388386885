using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the partial properties that read bars of another timeframe.</summary>
internal sealed class BarsParser(PluginScope scope)
{
    private readonly TimeframeParser _timeframes = new(scope);

    /// <summary>The properties, in declaration order.</summary>
    public IEnumerable<IndicatorModel> Parse() => scope.Class.GetMembers().OfType<IPropertySymbol>()
        .Select(property => (Property: property, Attribute: property.Attribute("Backtest.BarsAttribute")))
        .Where(pair => pair.Attribute is not null)
        .Select(pair => Read(pair.Property, pair.Attribute!))
        .OfType<IndicatorModel>();

    private IndicatorModel? Read(IPropertySymbol property, AttributeData attribute)
    {
        if (!property.IsPartialDefinition)
        {
            scope.Report(Descriptors.MissingPartial, property, property.Name, "its getter", "the property, and write it '{ get; }'");
            return null;
        }

        if (scope.Node?.ReadsBars != true || scope.Form == PluginForm.Container)
            return Reject(property, $"{scope.AnyKind} has no bars of its own", "read indicators on the timeframe instead");
        if (property.IsStatic || property.SetMethod is not null || property.IsIndexer)
            return Reject(property, "it must be an instance property with only a getter", "write it '{ get; }'");
        if (!property.Type.Is("Backtest.BarEvent"))
            return Reject(property, "it must return the bar", "change its type to BarEvent");
        int offset = attribute.Argument("Offset", 0);
        if (offset < 0)
            return Reject(property, "an offset below zero would read the future", "set Offset to 0 or more");
        string text = attribute.ConstructorArguments is [{ Value: string written }] ? written : "";
        if (_timeframes.Parse(property, text) is not { } timeframe)
            return null;
        return new IndicatorModel(
            property.Name, IndicatorParser.ModifiersOf(property), scope.Names.Of(property.Type),
            scope.TakeName($"_{Words.CamelCase(property.Name)}"), IndicatorShape.Bars, $"{timeframe}, offset: {offset}",
            EquatableArray<IndicatorReading>.Empty);
    }

    private IndicatorModel? Reject(IPropertySymbol property, string why, string mend)
    {
        scope.Report(Descriptors.InvalidBars, property, property.Name, why, mend);
        return null;
    }
}
