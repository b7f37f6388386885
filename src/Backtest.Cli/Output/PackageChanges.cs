using System.Text.Json.Nodes;
using Backtest.Hosting;

namespace Backtest.Cli.Output;

/// <summary>Writes what a command did to packages.</summary>
internal static class PackageChanges
{
    public static void Write(TextWriter output, IReadOnlyList<PackageChange> changes, PluginFolder place, bool asJson)
    {
        if (asJson)
        {
            JsonText.Write(output, new JsonObject
            {
                ["packages"] = new JsonArray([.. changes.Select(ToJson)]),
                ["lockFile"] = place.LockFile,
            });
            return;
        }

        if (changes.Count == 0)
            output.WriteLine($"nothing to do: {place.LockFile} contains no packages");
        foreach (PackageChange change in changes)
        {
            output.WriteLine(Describe(change));
            foreach (PluginListing plugin in change.Plugins)
                output.WriteLine($"  {plugin.Kind.Id} {plugin.Id}: {plugin.Description}");
        }
    }

    private static string Describe(PackageChange change)
    {
        LockedPackage package = change.Package;
        return change.Outcome switch
        {
            PackageOutcome.Unchanged => $"{package.Id} {package.Version} is as locked: {change.Directory}",
            PackageOutcome.Installed => $"installed {package.Id} {package.Version} from {package.Source}: {change.Directory}",
            PackageOutcome.Restored => $"restored {package.Id} {package.Version}: {change.Directory}",
            PackageOutcome.Updated =>
                $"replaced {package.Id} {change.PreviousVersion} with {package.Version} from {package.Source}: {change.Directory}",
            _ => $"removed {package.Id} {package.Version}: {change.Directory}",
        };
    }

    private static JsonObject ToJson(PackageChange change) => new()
    {
        ["id"] = change.Package.Id,
        ["outcome"] = change.Outcome.ToString().ToLowerInvariant(),
        ["version"] = change.Package.Version,
        ["previousVersion"] = change.PreviousVersion,
        ["source"] = change.Package.Source,
        ["sha256"] = change.Package.Sha256,
        ["directory"] = change.Directory,
        ["plugins"] = new JsonArray(
        [
            .. change.Plugins.Select(plugin => new JsonObject
            {
                ["kind"] = plugin.Kind.Id,
                ["id"] = plugin.Id,
                ["description"] = plugin.Description,
            }),
        ]),
    };
}
