using System.Reflection;
using Backtest.Hosting;

namespace Backtest.Testing;

/// <summary>Where a plugin can be loaded from again, each time into its own context, so that its statics are new as well.</summary>
/// <param name="choice">The plugin in its package.</param>
/// <param name="sharedAssemblies">What plugins share with the host.</param>
internal sealed class PluginOrigin(PluginChoice choice, IReadOnlyList<Assembly> sharedAssemblies)
{
    /// <summary>Loads it; disposing unloads it.</summary>
    public FreshPlugin Load()
    {
        var loader = new PluginLoader(sharedAssemblies, isCollectible: true);
        try
        {
            return new FreshPlugin(loader, loader.Load(choice).Factory);
        }
        catch
        {
            loader.Dispose();
            throw;
        }
    }
}
