using System.Text.Json.Nodes;
using Backtest.Hosting;

namespace Backtest.Cli.Output;

/// <summary>Writes how installed packages compare with their lock file.</summary>
internal static class PackageChecks
{
    public static void Write(TextWriter output, IReadOnlyList<PackageCheck> checks, PluginFolder place)
    {
        if (checks.Count == 0)
            output.WriteLine($"no packages are installed in {place.Path}, and none are locked");
        foreach (PackageCheck check in checks)
        {
            output.WriteLine(Describe(check));
            if (check.State != PackageState.Changed)
                continue;
            output.WriteLine($"  expected {check.Locked!.Sha256}");
            output.WriteLine($"  found    {check.FoundSha256}");
            foreach ((string what, string file) in Files(check))
                output.WriteLine($"  {what} {file}");
        }

        string[] sources = [.. checks.Where(check => check.State is PackageState.Changed or PackageState.Missing)
            .Select(check => $"'{check.Locked!.Source}'").Distinct().Order(StringComparer.Ordinal)];
        if (sources.Length > 0)
        {
            output.WriteLine($"To restore the locked packages from {string.Join(", ", sources)}, use backtest plugins install.");
            output.WriteLine("  For a source that is not in nuget.config, add --source with its folder or URL.");
        }
    }

    public static JsonObject ToJson(IReadOnlyList<PackageCheck> checks, PluginFolder place) => new()
    {
        ["packages"] = new JsonArray(
        [
            .. checks.Select(check => new JsonObject
            {
                ["id"] = check.Id,
                ["state"] = State(check.State),
                ["version"] = check.Locked?.Version,
                ["expectedSha256"] = check.Locked?.Sha256,
                ["foundSha256"] = check.FoundSha256,
                ["changed"] = List(check.Changed),
                ["added"] = List(check.Added),
                ["missing"] = List(check.Missing),
            }),
        ]),
        ["lockFile"] = place.LockFile,
    };

    private static string Describe(PackageCheck check) => check.State switch
    {
        PackageState.Intact => $"ok          {check.Id} {check.Locked!.Version}",
        PackageState.Changed => $"CHANGED     {check.Id} {check.Locked!.Version}",
        PackageState.Missing => $"MISSING     {check.Id} {check.Locked!.Version}",
        _ => $"NOT LOCKED  {check.Id}: copied in, or installed without the lock file",
    };

    private static IEnumerable<(string What, string File)> Files(PackageCheck check) =>
    [
        .. check.Changed.Select(file => ("changed ", file)),
        .. check.Added.Select(file => ("added   ", file)),
        .. check.Missing.Select(file => ("missing ", file)),
    ];

    private static string State(PackageState state) => state switch
    {
        PackageState.Intact => "ok",
        PackageState.Changed => "changed",
        PackageState.Missing => "missing",
        _ => "not-locked",
    };

    private static JsonArray List(IReadOnlyList<string> files) => [.. files.Select(file => JsonValue.Create(file))];
}
