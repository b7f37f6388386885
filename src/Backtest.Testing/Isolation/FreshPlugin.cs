using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Testing;

/// <summary>A plugin in a context of its own.</summary>
internal sealed class FreshPlugin(PluginLoader loader, PluginFactory factory) : IDisposable
{
    public PluginFactory Factory => factory;

    public void Dispose() => loader.Dispose();
}
