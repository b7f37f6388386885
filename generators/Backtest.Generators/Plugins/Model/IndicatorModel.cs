using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>A partial property that reads an indicator, or bars of another timeframe.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Modifiers">The property's modifiers as the author wrote them.</param>
/// <param name="Value">The type of the indicator's values; of bars, their own.</param>
/// <param name="Field">The name of the field behind it.</param>
/// <param name="Shape">What the property yields.</param>
/// <param name="Specification">
/// The C# expression of the specification, or the arguments of the request for bars; <c>{0}</c> stands for the author's instance.
/// </param>
/// <param name="Readings">The numbers it yields.</param>
internal sealed record IndicatorModel(
    string Property, string Modifiers, string Value, string Field, IndicatorShape Shape, string Specification,
    EquatableArray<IndicatorReading> Readings)
{
    /// <summary>Whether its numbers are recorded behind a signal.</summary>
    public bool IsRecorded => Shape != IndicatorShape.PerSymbolList && Readings.Count > 0;
}
