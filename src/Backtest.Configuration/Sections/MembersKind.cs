using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Schema;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>
/// The strategies in a container: items of <c>strategies</c> like those of a portfolio, except for what applies to the whole container.
/// </summary>
internal sealed class MembersKind : ValueKind<IReadOnlyList<StrategyConfig>?>
{
    private static readonly string[] OfTheContainer = ["symbols", "active_in", "on_leave", "resting"];

    // The section refers to itself through this, so it is evaluated late.
    private static ListKind<StrategyConfig> List => new(StrategySection.Kind);

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyConfig>? Read(Place place) => List.Read(place);

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<StrategyConfig>? value)
    {
        if (value is null)
            return null;
        JsonNode written = List.Write(value);
        foreach (JsonNode? member in written.AsArray())
        {
            foreach (string key in OfTheContainer)
                member!.AsObject().Remove(key);
        }

        return written;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema)
    {
        JsonObject list = List.Describe(schema);
        var misplaced = new JsonObject(OfTheContainer.Select(key => KeyValuePair.Create(key, (JsonNode?)false)));
        list["items"]!["properties"] = misplaced;
        return list;
    }
}
