using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>Determines which of its parameter sets a strategy used, from its configuration for a regime or a day.</summary>
internal static class ParametersInForce
{
    /// <summary>The parameters used for a signal, or null if its strategy has only one set.</summary>
    /// <param name="config">The configuration in the manifest.</param>
    /// <param name="signal">The signal.</param>
    public static ExplanationStep? Behind(JsonObject config, SignalRow signal)
    {
        if (ManifestTree.Strategy(config, signal.Portfolio, signal.Strategy) is not { } strategy)
            return null;
        if (strategy["by_regime"] is JsonObject byRegime && signal.Regime is { } regime)
            return Of(strategy, byRegime[regime] as JsonObject, $"by_regime.{regime}");
        // Days in a run file are trading days; if a session begins on the evening before, the bars of that evening belong to the next day.
        var day = DateOnly.FromDateTime(signal.BarStart);
        if (strategy["by_date"] is not JsonArray byDate)
            return null;
        JsonObject? dated = byDate.OfType<JsonObject>().LastOrDefault(dated => From(dated) <= day);
        JsonObject? inRegime = signal.Regime is { } now ? (dated?["by_regime"] as JsonObject)?[now] as JsonObject : null;
        return inRegime is null ? Of(strategy, dated, "by_date") : Of(strategy, Within(dated!, inRegime), $"by_date by_regime.{signal.Regime}");
    }

    /// <summary>The parameters that differ from a day on, combined with those that differ in a regime.</summary>
    private static JsonObject Within(JsonObject dated, JsonObject inRegime)
    {
        var parameters = (JsonObject)(dated["parameters"] as JsonObject ?? []).DeepClone();
        foreach ((string name, JsonNode? value) in inRegime["parameters"] as JsonObject ?? [])
            parameters[name] = value?.DeepClone();
        return new JsonObject { ["from"] = dated["from"]?.DeepClone(), ["parameters"] = parameters };
    }

    private static ExplanationStep Of(JsonObject strategy, JsonObject? differing, string key)
    {
        var facts = new Dictionary<string, object?> { ["set"] = differing is null ? "parameters" : key };
        if ((string?)differing?["from"] is { } from)
            facts["from"] = from;
        JsonObject own = differing?["parameters"] as JsonObject ?? [];
        KeyValuePair<string, JsonNode?>[] whole = [.. own, .. (strategy["parameters"] as JsonObject ?? []).Where(entry => !own.ContainsKey(entry.Key))];
        foreach ((string name, JsonNode? value) in whole)
            facts[name] = value?.ToJsonString();
        double weight = (double?)differing?["weight"] ?? 1;
        if (weight != 1)
            facts["weight"] = weight;
        string where = facts.TryGetValue("from", out object? day) ? $"{key} from {day} on" : $"{facts["set"]}";
        string scaled = weight == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"; weight {weight}");
        return new ExplanationStep("parameters", null, $"{where}: {string.Join(", ", whole.Select(entry => $"{entry.Key} {entry.Value?.ToJsonString()}"))}{scaled}")
        {
            Facts = facts,
        };
    }

    private static DateOnly From(JsonObject dated) => DateOnly.ParseExact((string)dated["from"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
