namespace Backtest.Hosting;

/// <summary>A plugin of a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Listing">The plugin's listing.</param>
public sealed record PluginChoice(PluginPackage Package, PluginListing Listing)
{
    /// <summary>The id that identifies this plugin uniquely.</summary>
    public string FullId => $"{Package.Id}/{Listing.Id}";
}
