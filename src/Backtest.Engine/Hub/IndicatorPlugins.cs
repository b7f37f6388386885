using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Finds the indicators that specifications name by id.</summary>
internal sealed class IndicatorPlugins(IReadOnlyList<IPluginSource> sources)
{
    /// <summary>The specification of the indicator that an id refers to.</summary>
    /// <exception cref="InputException">No indicator has this id, or its arguments are invalid.</exception>
    public IndicatorSpec Find(PluginIndicatorSpec named)
    {
        foreach (IPluginSource source in sources)
        {
            if (source.Find(PluginKind.Indicator, named.Id) is IndicatorFactory factory)
                return factory.Specify(named.Arguments);
        }

        string[] ids = [.. sources.SelectMany(source => source.Ids(PluginKind.Indicator)).Distinct().Order(StringComparer.Ordinal)];
        throw new InputException(new InputError("unknown_indicator", $"there is no indicator '{named.Id}', which the plugin reads")
        {
            Fix = ids.Length == 0
                ? "Install its package, or add its folder under plugins."
                : $"Install its package, or add its folder under plugins. Available: {string.Join(", ", ids)}.",
        });
    }
}
