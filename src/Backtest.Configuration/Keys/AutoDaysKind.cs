using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A number of trading days, or <c>auto</c> for as many as the trials need.</summary>
internal sealed class AutoDaysKind : ValueKind<int?>
{
    private const string Auto = "auto";

    private static readonly Key<int, int> Days = new("days", Kinds.Integer(Bounds.NotNegative), days => days, "Trading days.") { IsRequired = true };

    private static readonly ObjectKind<int> Map = new([Days], map => map.Get(Days));

    /// <inheritdoc/>
    public override int? Read(Place place)
    {
        if (place.Node is ParameterMap)
            return Map.Read(place);
        if (place.Node is not ParameterScalar { Text: Auto } scalar)
        {
            place.Error(
                "invalid_value",
                $"found '{FoundText.Clip((place.Node as ParameterScalar)?.Text ?? "a list")}', expected auto or a number of days.",
                place.Node is ParameterScalar { Text: var text } && int.TryParse(text, out int days)
                    ? $"Write {{days: {days}}}." : "Write auto or, for example, {days: 5}.");
        }

        return null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(int? value) => value is { } days ? Map.Write(days) : Auto;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["const"] = Auto }, Map.Describe(schema)),
    };
}
