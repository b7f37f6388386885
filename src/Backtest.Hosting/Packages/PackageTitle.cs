namespace Backtest.Hosting;

/// <summary>How errors name a package that is being installed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The name of the source it comes from.</param>
internal sealed record PackageTitle(string Id, string Version, string Source)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version} (from {Source})";
}
