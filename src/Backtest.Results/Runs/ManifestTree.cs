using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>The portfolios a configuration in a manifest describes.</summary>
internal static class ManifestTree
{
    /// <summary>The portfolios, in declaration order: those under classifiers first.</summary>
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

    private static ManifestPortfolio Of(JsonNode? portfolio, string? classifier) => new(
        (string?)portfolio?["name"] ?? "", classifier, [.. Items(portfolio, "strategies").Select(strategy => (string?)strategy?["name"]).OfType<string>()]);

    private static JsonArray Items(JsonNode? owner, string key) => owner?[key] as JsonArray ?? [];
}

/// <summary>A portfolio in a manifest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Classifier">The name of the classifier above it, or null without one.</param>
/// <param name="Strategies">The names of its strategies and containers of strategies.</param>
internal sealed record ManifestPortfolio(string Name, string? Classifier, IReadOnlyList<string> Strategies);
