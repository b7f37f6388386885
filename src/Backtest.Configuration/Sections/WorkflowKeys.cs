using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>
/// The keys some workflows need and others do not: a run that ends with signals has no money, and one that begins with signals has no plugins for
/// them.
/// </summary>
internal static class WorkflowKeys
{
    private const string Portfolios = "portfolios";
    private const string Strategies = "strategies";
    private const string From = "from";

    /// <summary>Reports what is missing.</summary>
    public static void Require(MapReader run, string workflow)
    {
        foreach ((string path, ParameterMap portfolio) in PortfoliosOf(run.Map))
        {
            if (workflow != Workflows.Signals)
            {
                Require(run, portfolio, path, "capital");
                Require(run, portfolio, path, "risk");
            }

            if (workflow != Workflows.Replay)
                RequireTypes(run, portfolio, path);
        }

        if (workflow == Workflows.Replay && (run.Map[RunSection.SignalsKey] as ParameterMap)?.Find(From) is null)
            run.Missing($"{RunSection.SignalsKey}.{From}", run.Position, "Name a run folder, such as signals: {from: runs/NAME}.");
    }

    /// <summary>Adds what depends on the workflow to the schema of the whole file.</summary>
    public static void Describe(JsonObject schema)
    {
        schema["allOf"] = new JsonArray(
            Unless(Workflows.Signals, OfPortfolios(Required("capital", "risk"))),
            Unless(Workflows.Replay, OfPortfolios(new JsonObject
            {
                ["properties"] = new JsonObject { [Strategies] = new JsonObject { ["items"] = Required("type") } },
            })));
    }

    private static IEnumerable<(string Path, ParameterMap Map)> PortfoliosOf(ParameterMap run) =>
        Items(run, "", "classifiers").SelectMany(classifier => Items(classifier.Map, $"{classifier.Path}.", Portfolios))
            .Concat(Items(run, "", Portfolios));

    /// <summary>The maps in a list, each with its path; items that are not maps are reported elsewhere.</summary>
    private static IEnumerable<(string Path, ParameterMap Map)> Items(ParameterMap owner, string path, string key)
    {
        IReadOnlyList<ParameterNode> items = (owner[key] as ParameterList)?.Items ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is ParameterMap map)
                yield return (map["name"] is ParameterScalar { Text.Length: > 0 } name ? $"{path}{key}.{name.Text}" : FormattableString.Invariant($"{path}{key}[{i}]"), map);
        }
    }

    private static void RequireTypes(MapReader run, ParameterMap owner, string path)
    {
        foreach ((string own, ParameterMap strategy) in Items(owner, $"{path}.", Strategies))
        {
            Require(run, strategy, own, "type");
            RequireTypes(run, strategy, own);
        }
    }

    private static void Require(MapReader run, ParameterMap map, string path, string key)
    {
        if (map[key] is null or ParameterScalar { IsQuoted: false, Text: "" or "~" or "null" or "Null" or "NULL" })
            run.Missing($"{path}.{key}", map.Position);
    }

    private static JsonObject Unless(string workflow, JsonObject needed)
    {
        var isIt = new JsonObject
        {
            ["properties"] = new JsonObject { ["workflow"] = new JsonObject { ["const"] = workflow } },
            ["required"] = new JsonArray("workflow"),
        };
        return new JsonObject { ["anyOf"] = new JsonArray(isIt, needed) };
    }

    private static JsonObject OfPortfolios(JsonObject item)
    {
        var portfolios = new JsonObject { [Portfolios] = new JsonObject { ["items"] = item } };
        return new JsonObject
        {
            ["properties"] = new JsonObject
            {
                [Portfolios] = portfolios[Portfolios]!.DeepClone(),
                ["classifiers"] = new JsonObject { ["items"] = new JsonObject { ["properties"] = portfolios } },
            },
        };
    }

    private static JsonObject Required(params IEnumerable<string> keys) =>
        new() { ["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]) };
}
