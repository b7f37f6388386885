using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Finds the generated factory of an author's class through the listing of its assembly.</summary>
internal static class PluginFactories
{
    /// <exception cref="ArgumentException">The class is not a plugin of the kind wanted.</exception>
    public static TFactory Of<TFactory>(Type plugin)
        where TFactory : PluginFactory =>
        plugin.Assembly.GetCustomAttributes<PluginAttribute>()
            .Select(listing => (PluginFactory)Activator.CreateInstance(listing.Factory)!)
            .FirstOrDefault(factory => factory.Descriptor.Type == plugin) is TFactory found
            ? found
            : throw new ArgumentException(
                $"{plugin.Name} is not a plugin of the kind '{Kind(typeof(TFactory))}': mark the class with its attribute, and build it with Backtest.Sdk.");

    /// <summary>How a factory's assembly lists it; <see langword="null"/> if it was written by hand and is not listed.</summary>
    public static PluginAttribute? Listing(PluginFactory factory) =>
        factory.GetType().Assembly.GetCustomAttributes<PluginAttribute>().FirstOrDefault(listing => listing.Factory == factory.GetType());

    private static string Kind(Type factory) =>
        PluginContractAttribute.All.FirstOrDefault(contract => contract.Factory == factory)?.Words ?? "plugin";
}
