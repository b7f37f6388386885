using Backtest.Hosting;
using Backtest.Testing;

namespace Backtest.Cli.Verification;

/// <summary>What the examination of one package came to.</summary>
/// <param name="Package">The package.</param>
/// <param name="Reports">A report for each plugin; empty when the package cannot be used.</param>
/// <param name="Problems">Why it cannot be used; empty: it can.</param>
internal sealed record PackageReports(
    PluginPackage Package, IReadOnlyList<ConformanceReport> Reports, IReadOnlyList<InputError> Problems)
{
    /// <summary>Whether it can be used and breaks no law. What could not be examined is no blemish.</summary>
    public bool IsWell => Problems.Count == 0 && Reports.All(report => report.Broken.Count == 0);
}
