using Backtest.Hosting;

namespace Backtest.Tests;

/// <summary>Catalogs of the plugins in a few folders.</summary>
internal static class Catalogs
{
    public static PluginCatalog Scan(params IEnumerable<string> places) =>
        PluginCatalog.Scan(new PluginFolders([.. places.Select(place => new PluginFolder(place, "test", MustExist: true))]));
}
