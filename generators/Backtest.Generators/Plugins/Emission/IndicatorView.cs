using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The values that the templates use for an indicator property.</summary>
internal sealed class IndicatorView(IndicatorModel model, PluginNames names)
{
    private const int LongLine = 80;

    public string Property => model.Property;

    public string Modifiers => model.Modifiers;

    public string Field => model.Field;

    /// <summary>Whether it is read at the current row.</summary>
    public bool IsRead => model.Shape is IndicatorShape.Value or IndicatorShape.Bars;

    /// <summary>The type of the property.</summary>
    public string Type => model.Shape switch
    {
        IndicatorShape.Value or IndicatorShape.Bars => model.Value,
        IndicatorShape.PerSymbol => PerSymbol,
        _ => $"IReadOnlyList<{PerSymbol}>",
    };

    /// <summary>The declaration of the field behind it, with an initial value if it needs one.</summary>
    public string Declaration => model.Shape switch
    {
        IndicatorShape.Value => $"{names.Runtime}IndicatorReader<{model.Value}> {Field}",
        IndicatorShape.Bars => $"{names.Runtime}BarsReader {Field}",
        IndicatorShape.PerSymbol => $"{PerSymbol} {Field}",
        _ => $"IReadOnlyList<{PerSymbol}> {Field} = []",
    };

    /// <summary>The node's request for it.</summary>
    public string Request
    {
        get
        {
            string specification = model.Specification.Replace("{0}", names.Instance);
            return model.Shape switch
            {
                IndicatorShape.Bars => $"RequestBars({specification})",
                IndicatorShape.PerSymbolList => $"System.Array.ConvertAll([.. {specification}], Request<{model.Value}>)",
                _ => $"Request<{model.Value}>({(specification.Length > LongLine ? "\n                " : "")}{specification})",
            };
        }
    }

    private string PerSymbol => $"{names.Vocabulary}PerSymbol<{model.Value}>";
}
