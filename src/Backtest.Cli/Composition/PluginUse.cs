using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Cli.Composition;

/// <summary>A plugin a run names.</summary>
/// <param name="Type">Its id in the run file.</param>
/// <param name="Descriptor">Its descriptor.</param>
internal sealed record PluginUse(string Type, PluginDescriptor Descriptor)
{
    /// <summary>Its display name: <c>strategy momentum</c>.</summary>
    public string Title => $"{Descriptor.Kind.Id} {Type}";

    /// <summary>
    /// Every available plugin that a run names, once each, in the order of the file. A missing one is left for the tree to report, unless it may be
    /// in a folder that cannot be read.
    /// </summary>
    /// <exception cref="InputException">Some plugins cannot be used; contains all errors.</exception>
    public static IReadOnlyList<PluginUse> All(WorkflowConfig config, InstalledPlugins plugins)
    {
        List<PluginUse> uses = [];
        List<InputError> errors = [];
        foreach ((PluginKind kind, string type, SourcePosition position) in NamedPlugin.All(config))
        {
            try
            {
                if (plugins.Find(kind, type) is { } factory)
                    uses.Add(new PluginUse(type, factory.Descriptor));
                else if (plugins.Unreadable.Count > 0)
                    errors.AddRange([NotAmongReadable(kind, type, position), .. plugins.Unreadable]);
            }
            catch (InputException exception)
            {
                errors.AddRange(exception.Errors.Select(error => error.Position.File is null ? error with { Position = position } : error));
            }
        }

        return errors.Count == 0 ? uses : throw new InputException([.. errors.Distinct()]);
    }

    private static InputError NotAmongReadable(PluginKind kind, string type, SourcePosition position) =>
        new("unknown_plugin", $"there is no {kind.Id} '{type}' in the readable plugin folders")
        {
            Position = position,
            Fix = "It may be in a folder that is missing or cannot be read, as listed below. Otherwise, see backtest plugins list.",
        };
}
