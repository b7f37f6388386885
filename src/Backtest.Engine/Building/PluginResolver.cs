using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Finds the plugins of a tree.</summary>
/// <param name="sources">The plugin sources, in order of precedence.</param>
internal sealed class PluginResolver(IReadOnlyList<IPluginSource> sources)
{
    /// <summary>Finds a plugin.</summary>
    /// <returns>The plugin; <see langword="null"/> if it was not found, in which case an error is added.</returns>
    public TFactory? Find<TFactory>(PluginKind kind, string type, string key, SourcePosition position, TreeContext tree)
        where TFactory : PluginFactory
    {
        if (sources.Select(source => source.Find(kind, type)).FirstOrDefault(found => found is not null) is TFactory factory)
            return factory;
        string[] ids = [.. Ids(kind)];
        tree.Error(
            "unknown_plugin",
            key,
            position,
            $"there is no {kind.Words} '{type}'",
            ids.Length == 0 ? "No plugin of this kind was found. Add a folder that contains one under plugins." : Advice(type, ids));
        return null;
    }

    private static string Advice(string type, string[] ids)
    {
        string guess = NearestName.Find(type, ids) is { } meant ? $"Did you mean '{meant}'? " : "";
        return $"{guess}Available: {string.Join(", ", ids)}.";
    }

    /// <summary>The ids of all plugins of a kind, in ordinal order.</summary>
    public IEnumerable<string> Ids(PluginKind kind) => sources.SelectMany(source => source.Ids(kind)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether there is a plugin of this kind and id, without loading it.</summary>
    public bool Has(PluginKind kind, string type)
    {
        string id = type[(type.LastIndexOf('/') + 1)..]; // Package.Id/id
        return sources.Any(source => source.Ids(kind).Contains(id));
    }

    /// <summary>Whether the plugin accepts the parameters; adds an error for each problem.</summary>
    public static bool Accepts(PluginFactory factory, ParameterMap parameters, BindingContext binding, string key, TreeContext tree)
    {
        var errors = new ParameterErrors(parameters, $"{key}.parameters");
        try
        {
            factory.Validate(parameters, binding, errors);
        }
        catch (Exception exception) when (exception is not InputException)
        {
            tree.Errors.Add(tree.Thrown(key, parameters.Position, exception));
            return false;
        }

        foreach (InputError error in errors.Errors)
            tree.Errors.Add(error.Position.File is null ? error with { Position = new SourcePosition(tree.Config.File) } : error);
        return errors.Errors.Count == 0;
    }
}
