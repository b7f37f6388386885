using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>Reads the portfolios that a configuration in a manifest describes.</summary>
internal static class ManifestTree
{
    /// <summary>The portfolios in declaration order, beginning with those under classifiers.</summary>
    /// <param name="config">The configuration.</param>
    public static IEnumerable<ManifestPortfolio> Portfolios(JsonObject config)
    {
        foreach (JsonNode? classifier in Items(config, "classifiers"))
        {
            foreach (JsonNode? portfolio in Items(classifier, "portfolios"))
                yield return Of(portfolio, (string?)classifier?["name"]);
        }

        foreach (JsonNode? portfolio in Items(config, "portfolios"))
            yield return Of(portfolio, null);
    }

    /// <summary>The multiplier of an instrument.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="symbol">The instrument.</param>
    public static decimal MultiplierOf(JsonObject config, string symbol) =>
        config["instruments"]?[symbol]?["multiplier"] is { } multiplier ? multiplier.GetValue<decimal>() : 1;

    /// <summary>The strategies of all portfolios, including those in containers.</summary>
    /// <param name="config">The configuration.</param>
    public static IEnumerable<JsonObject> Strategies(JsonObject config) => Items(config, "classifiers").SelectMany(classifier => Items(classifier, "portfolios"))
        .Concat(Items(config, "portfolios")).SelectMany(StrategiesIn);

    /// <summary>A strategy of a portfolio, or null if there is none with that name.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="portfolio">The name of the portfolio.</param>
    /// <param name="strategy">The name of the strategy.</param>
    public static JsonObject? Strategy(JsonObject config, string portfolio, string strategy) => Items(config, "classifiers")
        .SelectMany(classifier => Items(classifier, "portfolios")).Concat(Items(config, "portfolios"))
        .Where(owner => (string?)owner?["name"] == portfolio).SelectMany(owner => Items(owner, "strategies")).OfType<JsonObject>()
        .FirstOrDefault(own => (string?)own["name"] == strategy);

    /// <summary>The sources of the data.</summary>
    /// <param name="config">The configuration.</param>
    public static IEnumerable<JsonObject> Sources(JsonObject config) => config["data"] switch
    {
        JsonArray several => several.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };

    private static IEnumerable<JsonObject> StrategiesIn(JsonNode? owner) =>
        Items(owner, "strategies").OfType<JsonObject>().SelectMany(strategy => StrategiesIn(strategy).Prepend(strategy));

    private static ManifestPortfolio Of(JsonNode? portfolio, string? classifier) => new(
        (string?)portfolio?["name"] ?? "", classifier, [.. Items(portfolio, "strategies").Select(strategy => (string?)strategy?["name"]).OfType<string>()]);

    private static JsonArray Items(JsonNode? owner, string key) => owner?[key] as JsonArray ?? [];
}

/// <summary>A portfolio in a manifest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Classifier">The name of its classifier, or null if it has none.</param>
/// <param name="Strategies">The names of its strategies and containers of strategies.</param>
internal sealed record ManifestPortfolio(string Name, string? Classifier, IReadOnlyList<string> Strategies);
