using System.Text.Json.Nodes;
using Backtest.Hosting;

namespace Backtest.Cli.Output;

/// <summary>Plugins as documents of <c>--json</c>.</summary>
internal static class PluginJson
{
    /// <summary>All plugins and all problems.</summary>
    public static JsonObject List(PluginCatalog catalog) => new()
    {
        ["plugins"] = new JsonArray([.. catalog.Plugins.Select(Listing)]),
        ["problems"] = new JsonArray(
        [
            .. catalog.Packages.SelectMany(package => package.Problems, (package, problem) => new JsonObject
            {
                ["package"] = package.Id,
                ["code"] = problem.Code,
                ["file"] = problem.Position.File,
                ["message"] = problem.Message,
                ["fix"] = problem.Fix,
            }),
        ]),
    };

    /// <summary>One plugin with its parameters and the hash of its package.</summary>
    public static JsonObject Describe(PluginChoice choice)
    {
        JsonObject document = Listing(choice);
        document["sha256"] = choice.Package.ComputeSha256();
        document["parameters"] = JsonNode.Parse(choice.Listing.ParametersSchema);
        return document;
    }

    private static JsonObject Listing(PluginChoice choice) => new()
    {
        ["kind"] = choice.Listing.Kind.Id,
        ["id"] = choice.Listing.Id,
        ["description"] = choice.Listing.Description,
        ["package"] = choice.Package.Id,
        ["version"] = choice.Package.Version,
        ["directory"] = choice.Package.Directory,
        ["usable"] = choice.Package.Problems.Count == 0,
    };
}
