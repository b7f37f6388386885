using Backtest.Cli.Composition;
using Backtest.Hosting;
using Backtest.Testing;

namespace Backtest.Cli.Verification;

/// <summary>
/// The checks behind <c>backtest plugins verify --deep</c>: every plugin of the packages found is loaded, run and held to the laws. This runs
/// plugin code.
/// </summary>
internal static class DeepVerification
{
    /// <summary>Examines packages, one after another.</summary>
    /// <param name="catalog">The packages found; those another hides are left out.</param>
    /// <param name="package">The only package wanted, by id; <see langword="null"/>: all.</param>
    /// <param name="progress">Hears of each plugin, as <c>package/id</c>, before it is examined.</param>
    /// <param name="cancellation">Heard between runs.</param>
    /// <exception cref="InputException">There is no package of this id.</exception>
    public static IEnumerable<PackageReports> Run(
        PluginCatalog catalog, string? package, IProgress<string>? progress, CancellationToken cancellation)
    {
        PluginPackage[] wanted =
        [
            .. catalog.Packages.Where(found => found.HiddenBy is null
                && (package is null || string.Equals(found.Id, package, StringComparison.OrdinalIgnoreCase))),
        ];
        if (package is not null && wanted.Length == 0)
        {
            throw new InputException(new InputError("unknown_package", $"there is no package '{package}'")
            {
                Fix = "See backtest plugins list; name a folder with --plugins.",
            });
        }

        return wanted.Select(found => Examine(found, progress, cancellation));
    }

    private static PackageReports Examine(PluginPackage package, IProgress<string>? progress, CancellationToken cancellation)
    {
        try
        {
            var relay = progress is null ? null : new Relay(package, progress);
            return new PackageReports(
                package, PackageExamination.Run(package, Workspace.SharedAssemblies, null, relay, cancellation), []);
        }
        catch (InputException exception)
        {
            return new PackageReports(package, [], exception.Errors);
        }
    }

    private sealed class Relay(PluginPackage package, IProgress<string> progress) : IProgress<PluginListing>
    {
        public void Report(PluginListing value) => progress.Report(new PluginChoice(package, value).FullId);
    }
}
