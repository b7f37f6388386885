using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;
using Backtest.Engine;

namespace Backtest.Configuration.Keys;

/// <summary>A length of time: <c>{days: 252}</c>, <c>{bars: 5000}</c> or <c>{trades: 200}</c>.</summary>
internal sealed class WindowLengthKind : ValueKind<WindowLength>
{
    private static readonly Key<WindowLength, int?> Days = Of(WindowUnit.Days, "days", "Trading days.");
    private static readonly Key<WindowLength, int?> Bars = Of(WindowUnit.Bars, "bars", "Bars of the symbol with the most bars, in whole days.");
    private static readonly Key<WindowLength, int?> Trades = Of(WindowUnit.Trades, "trades", "Trades closed by the best parameters so far, in whole days.");

    private static readonly ObjectKind<WindowLength> Map = new([Days, Bars, Trades], Build);

    /// <inheritdoc/>
    public override WindowLength Read(Place place) => Map.Read(place);

    /// <inheritdoc/>
    public override JsonNode Write(WindowLength value) => Map.Write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => Map.Describe(schema);

    private static Key<WindowLength, int?> Of(WindowUnit unit, string name, string description) =>
        new(name, Kinds.Maybe(Kinds.Integer(Bounds.NotNegative)), length => length.Unit == unit ? length.Count : null, description);

    private static WindowLength Build(MapReader map)
    {
        WindowLength[] lengths =
        [
            .. ((ReadOnlySpan<(WindowUnit Unit, Key<WindowLength, int?> Key)>)[(WindowUnit.Days, Days), (WindowUnit.Bars, Bars), (WindowUnit.Trades, Trades)])
                .ToArray().Where(unit => map.Has(unit.Key.Name)).Select(unit => new WindowLength(unit.Unit, map.Get(unit.Key) ?? 0)),
        ];
        if (lengths.Length == 1)
            return lengths[0];
        map.Error(Days.Name, "missing_key", "expected one number, of days, bars or trades.", "Write, for example, {days: 252}.");
        return default;
    }
}
