using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>A partial property that reads an indicator, or bars of another timeframe.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Modifiers">The property's modifiers, as the author wrote them.</param>
/// <param name="Value">The type of the indicator's values, or of the bars.</param>
/// <param name="Field">The name of the field behind it.</param>
/// <param name="Shape">The kind of value the property returns.</param>
/// <param name="Specification">
/// The C# expression of the specification, or the arguments of the request for bars; <c>{0}</c> stands for the author's instance.
/// </param>
/// <param name="Readings">The numbers it returns.</param>
internal sealed record IndicatorModel(
    string Property, string Modifiers, string Value, string Field, IndicatorShape Shape, string Specification,
    EquatableArray<IndicatorReading> Readings)
{
    /// <summary>Whether its numbers are recorded behind a signal.</summary>
    public bool IsRecorded => Shape != IndicatorShape.PerSymbolList && Readings.Count > 0;
}
