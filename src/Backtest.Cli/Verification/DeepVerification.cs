using Backtest.Cli.Composition;
using Backtest.Hosting;
using Backtest.Testing;

namespace Backtest.Cli.Verification;

/// <summary>
/// The checks of <c>backtest plugins verify --deep</c>: every plugin in the packages is loaded, run and held to the laws. This runs plugin code.
/// </summary>
internal static class DeepVerification
{
    /// <summary>Examines packages, one after another.</summary>
    /// <param name="catalog">The packages found; those hidden by others are left out.</param>
    /// <param name="isWanted">Whether to examine a package with this id.</param>
    /// <param name="progress">Called before each plugin is examined, with <c>package/id</c>.</param>
    /// <param name="cancellation">Checked between runs.</param>
    public static IEnumerable<PackageReports> Run(
        PluginCatalog catalog, Predicate<string> isWanted, IProgress<string>? progress, CancellationToken cancellation) =>
        catalog.Packages.Where(package => package.HiddenBy is null && isWanted(package.Id))
            .Select(package => Examine(package, progress, cancellation));

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
