using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>Determines the content of the plugins a run names.</summary>
internal static class SpecPlugins
{
    /// <exception cref="InputException">The plugin is missing, or its content cannot be determined.</exception>
    public static SpecPlugin Of(NamedPlugin named, WorkflowConfig config, IReadOnlyList<IPluginSource> sources)
    {
        IPluginSource? holder = sources.FirstOrDefault(source => source.Find(named.Kind, named.Type) is not null);
        if (holder?.ContentHash(named.Kind, named.Type) is { } hash)
            return new SpecPlugin(named.Kind.Id, named.Type, hash);
        throw new InputException(new InputError(
            "unknown_plugin",
            holder is null
                ? $"there is no {named.Kind.Words} '{named.Type}'"
                : $"the content of the {named.Kind.Words} '{named.Type}' cannot be determined: its assembly has no file")
        {
            Position = named.Position.File is null ? named.Position with { File = config.File } : named.Position,
            Fix = holder is null ? NearestName.Advice(named.Type, [.. sources.SelectMany(source => source.Ids(named.Kind)).Distinct()]) : "A specification names plugins by their content. Install the plugin as a package, or add it in code from an assembly file.",
        });
    }
}
