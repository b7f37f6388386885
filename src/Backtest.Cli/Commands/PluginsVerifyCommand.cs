using System.CommandLine;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Cli.Verification;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins verify</c>: checks installed packages against the lock file and, with --deep, against the laws of plugins.</summary>
internal static class PluginsVerifyCommand
{
    public static Command Create()
    {
        PluginPlaceInput places = new();
        Option<bool> deep = new("--deep")
        {
            Description = "Also loads and runs each plugin, and checks it against the laws of the conformance kit. Packages that differ from the lock file are not run.",
        };
        Option<bool> json = Options.Json();
        Command command = new("verify", "Compares the installed packages with plugins.lock.json.") { deep };
        places.AddTo(command);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) =>
        {
            PluginFolder place = places.Place(parsed);
            IReadOnlyList<PackageCheck> checks = LockComparison.Compare(place);
            IReadOnlyList<PackageReports> examined = parsed.GetValue(deep)
                ? Examine(checks, place, parsed.InvocationConfiguration.Error, cancellation)
                : [];
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, ToJson(checks, examined, place, parsed.GetValue(deep)));
            else
                Write(output, checks, examined, place);
            bool isWell = checks.All(check => check.State == PackageState.Intact) && examined.All(package => package.IsWell);
            return Task.FromResult(isWell ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }

    /// <summary>Examines the packages that exist and match the lock file.</summary>
    private static IReadOnlyList<PackageReports> Examine(
        IReadOnlyList<PackageCheck> checks, PluginFolder place, TextWriter error, CancellationToken cancellation)
    {
        HashSet<string> wanted = new(
            checks.Where(check => check.State is PackageState.Intact or PackageState.NotLocked).Select(check => check.Id),
            StringComparer.OrdinalIgnoreCase);
        if (wanted.Count == 0)
            return [];
        PluginCatalog catalog = PluginCatalog.Scan(new PluginFolders([place]));
        return [.. DeepVerification.Run(catalog, wanted.Contains, new ExaminationLines(error), cancellation)];
    }

    private static void Write(
        TextWriter output, IReadOnlyList<PackageCheck> checks, IReadOnlyList<PackageReports> examined, PluginFolder place)
    {
        PackageChecks.Write(output, checks, place);
        foreach (PackageReports package in examined)
            DeepVerificationText.Write(output, package);
    }

    private static JsonObject ToJson(
        IReadOnlyList<PackageCheck> checks, IReadOnlyList<PackageReports> examined, PluginFolder place, bool isDeep)
    {
        JsonObject document = PackageChecks.ToJson(checks, place);
        if (isDeep)
            document["examined"] = DeepVerificationText.ToJson(examined);
        return document;
    }
}
