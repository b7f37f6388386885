using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The indicators of a plugin's own package, by id. An examination finds only these, whatever else is installed.</summary>
/// <param name="plugin">The plugin.</param>
internal sealed class PackageIndicators(PluginFactory plugin)
{
    private readonly Assembly _assembly = plugin.GetType().Assembly;

    /// <summary>The ids, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. Listings.Select(listing => listing.Id).Order(StringComparer.Ordinal)];

    private IEnumerable<PluginAttribute> Listings =>
        _assembly.GetCustomAttributes<PluginAttribute>().Where(listing => listing.Kind == PluginKind.Indicator);

    /// <summary>The indicator of an id, or of <c>Package.Id/id</c>; <see langword="null"/> if it is not one of the package's.</summary>
    public IndicatorFactory? Find(string id) =>
        Listings.FirstOrDefault(listing => listing.Id == id || $"{_assembly.GetName().Name}/{listing.Id}" == id) is { } found
            ? (IndicatorFactory)Activator.CreateInstance(found.Factory)!
            : null;

    /// <summary>A specification with the indicators it names by id resolved, as the hub has already resolved them.</summary>
    public IndicatorSpec Resolve(IndicatorSpec spec) => spec.Resolve(named => Find(named.Id)!.Specify(named.Arguments));
}
