namespace Backtest.Hosting;

/// <summary>A plugin of a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Listing">The plugin in it.</param>
public sealed record PluginChoice(PluginPackage Package, PluginListing Listing)
{
    /// <summary>The id that names this plugin and no other.</summary>
    public string FullId => $"{Package.Id}/{Listing.Id}";
}
