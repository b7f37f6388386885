namespace Backtest.Configuration;

/// <summary>Leaves out all strategies of a run except one, along with portfolios and classifiers that are then empty.</summary>
internal static class OneStrategy
{
    private const string Classifiers = "classifiers";
    private const string Portfolios = "portfolios";
    private const string Strategies = "strategies";

    /// <summary>The run with one strategy.</summary>
    /// <param name="run">The run as written.</param>
    /// <param name="portfolio">The name of its portfolio.</param>
    /// <param name="strategy">Its name.</param>
    public static ParameterMap Of(ParameterMap run, string portfolio, string strategy)
    {
        ParameterMap reduced = Keep(run, Portfolios, Reduced);
        return Keep(reduced, Classifiers, classifier => Keep(classifier, Portfolios, Reduced) is var own && Items(own, Portfolios).Count > 0 ? own : null);

        ParameterMap? Reduced(ParameterMap own) =>
            NameOf(own) == portfolio ? Keep(own, Strategies, item => NameOf(item) == strategy ? item : null) : null;
    }

    /// <summary>A map with the items of a list changed; those that become null are left out, and so is an empty list.</summary>
    private static ParameterMap Keep(ParameterMap map, string key, Func<ParameterMap, ParameterMap?> change)
    {
        if (map[key] is not ParameterList list)
            return map;
        ParameterMap[] kept = [.. list.Items.OfType<ParameterMap>().Select(change).OfType<ParameterMap>()];
        return map with
        {
            Entries =
            [
                .. map.Entries.Where(entry => entry.Key != key || kept.Length > 0)
                    .Select(entry => entry.Key == key ? entry with { Value = list with { Items = kept } } : entry),
            ],
        };
    }

    private static IReadOnlyList<ParameterNode> Items(ParameterMap map, string key) => (map[key] as ParameterList)?.Items ?? [];

    private static string? NameOf(ParameterMap item) => ((item["name"] ?? item["type"]) as ParameterScalar)?.Text;
}
