using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Configuration.Sections;
using Backtest.Configuration.Sections.Sources;

namespace Backtest.Configuration;

/// <summary>Specifications as JSON in canonical form: equal specifications have equal text.</summary>
internal static class SpecJson
{
    private const string VersionKey = "version";
    private const string RunKey = "run";
    private const string PluginsKey = "plugins";
    private const string KindKey = "kind";
    private const string IdKey = "id";
    private const string HashKey = "sha256";

    /// <summary>Writes a specification.</summary>
    public static string Write(JsonObject run, IReadOnlyList<SpecPlugin> plugins) => Canonical(new JsonObject
    {
        [VersionKey] = RunSpec.CurrentVersion,
        [RunKey] = run.DeepClone(),
        [PluginsKey] = new JsonArray([.. plugins.Select(plugin => new JsonObject
        {
            [KindKey] = plugin.Kind,
            [IdKey] = plugin.Id,
            [HashKey] = plugin.Sha256,
        })]),
    })!.ToJsonString();

    /// <summary>Writes which bars a run reads: all of its data except the day trading begins on.</summary>
    public static string DataOf(JsonObject run)
    {
        JsonNode data = run[RunSection.DataKey]!.DeepClone();
        IEnumerable<JsonNode?> sources = data is JsonArray several ? several : [data];
        foreach (JsonNode? source in sources)
            source!.AsObject().Remove(SourceKeys.TradeFrom.Name);
        return Canonical(data)!.ToJsonString();
    }

    /// <summary>Reads a specification.</summary>
    /// <returns>The run in the form of a run file, and the plugins.</returns>
    /// <exception cref="InputException">The text is not a specification, or is one of a later version.</exception>
    public static (JsonObject Run, IReadOnlyList<SpecPlugin> Plugins) Read(string text)
    {
        JsonObject root = Parse(text);
        if (root[VersionKey] is not JsonValue number || !number.TryGetValue(out int version))
            throw Bad($"it has no {VersionKey}");
        if (version > RunSpec.CurrentVersion)
            throw Newer(version);
        return root[RunKey] is JsonObject run && root[PluginsKey] is JsonArray plugins
            ? (run, [.. plugins.Select(ReadPlugin)])
            : throw Bad($"it has no {RunKey} or no {PluginsKey}");
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Bad("it is not a JSON object");
        }
        catch (JsonException exception)
        {
            throw Bad(exception.Message);
        }
    }

    private static SpecPlugin ReadPlugin(JsonNode? plugin) => plugin is JsonObject map
        && TextOf(map, KindKey) is { } kind && TextOf(map, IdKey) is { } id && TextOf(map, HashKey) is { } hash
            ? new SpecPlugin(kind, id, hash)
            : throw Bad($"an item of {PluginsKey} has no {KindKey}, {IdKey} or {HashKey}");

    private static string? TextOf(JsonObject map, string key) => map[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static InputException Bad(string found) => new(new InputError("bad_specification", $"this is not a specification of a run: {found}")
    {
        Fix = $"Pass the JSON object as it was written, with {VersionKey}, {RunKey} and {PluginsKey}.",
    });

    private static InputException Newer(int version) => new(new InputError(
        "newer_specification",
        string.Create(
            CultureInfo.InvariantCulture,
            $"found a specification of version {version}; this release reads versions up to {RunSpec.CurrentVersion}"))
    {
        Key = VersionKey,
        Fix = "Use the release that wrote it, or a newer one.",
    });

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Canonical(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Canonical)]),
        _ => node?.DeepClone(),
    };
}
