using Backtest.Hosting;
using Backtest.Testing;

namespace Backtest.Cli.Verification;

/// <summary>The result of examining one package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Reports">A report for each plugin; empty if the package cannot be used.</param>
/// <param name="Problems">Why it cannot be used; empty if it can.</param>
internal sealed record PackageReports(
    PluginPackage Package, IReadOnlyList<ConformanceReport> Reports, IReadOnlyList<InputError> Problems)
{
    /// <summary>Whether it can be used and breaks no law. A law that could not be examined does not count as broken.</summary>
    public bool IsWell => Problems.Count == 0 && Reports.All(report => report.Broken.Count == 0);
}
