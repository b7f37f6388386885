using Backtest.Hosting;
using Backtest.Tests.Packages;

namespace Backtest.Tests.Locking;

public sealed class LockComparisonTests : InstallTests
{
    [Fact]
    public void Where_nothing_is_installed_or_locked_there_is_nothing_to_say() => Assert.Empty(LockComparison.Compare(Place));

    [Fact]
    public async Task Each_package_stands_as_it_does_and_each_changed_file_is_named()
    {
        foreach (string id in new[] { "Acme.Cross", "Acme.Range", "Acme.Trend" })
        {
            Packages.Strategy(id);
            await InstallAsync(id);
        }

        File.AppendAllText(InstalledFile("Acme.Range", "Acme.Range.deps.json"), " ");
        File.Delete(InstalledFile("Acme.Range", "Acme.Range.dll"));
        File.WriteAllText(InstalledFile("Acme.Range", "more.txt"), "");
        Directory.Delete(Path.Combine(Place.Path, "Acme.Trend"), recursive: true);
        new PluginBuilder(Place.Path).Strategy("Dropped.In", "dropped");

        IReadOnlyList<PackageCheck> checks = LockComparison.Compare(Place);

        Assert.Equal(
            [
                ("Acme.Cross", PackageState.Intact), ("Acme.Range", PackageState.Changed), ("Acme.Trend", PackageState.Missing),
                ("Dropped.In", PackageState.NotLocked),
            ],
            checks.Select(check => (check.Id, check.State)));
        Assert.Equal(["Acme.Range.deps.json"], checks[1].Changed);
        Assert.Equal(["more.txt"], checks[1].Added);
        Assert.Equal(["Acme.Range.dll"], checks[1].Missing);
        Assert.NotEqual(checks[1].Locked!.Sha256, checks[1].FoundSha256);
    }
}
