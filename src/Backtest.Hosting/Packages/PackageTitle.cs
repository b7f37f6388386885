namespace Backtest.Hosting;

/// <summary>Identifies a package that is being installed in errors.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Source">The name of its source.</param>
internal sealed record PackageTitle(string Id, string Version, string Source)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version} (from {Source})";
}
