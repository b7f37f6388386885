using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Cli.Composition;

/// <summary>A plugin a run names.</summary>
/// <param name="Type">Its id as the run file gives it.</param>
/// <param name="Descriptor">What it says of itself.</param>
internal sealed record PluginUse(string Type, PluginDescriptor Descriptor)
{
    /// <summary>Names it to people: <c>strategy momentum</c>.</summary>
    public string Title => $"{Descriptor.Kind.Id} {Type}";

    /// <summary>
    /// Every plugin a run names and that is there, each once, in the order of the file. One that is not there is left for the tree to
    /// report, unless it may be in a folder that cannot be read.
    /// </summary>
    /// <exception cref="InputException">Some cannot be used; all errors at once.</exception>
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
        new("unknown_plugin", $"there is no {kind.Id} '{type}' in the plugin folders that can be read")
        {
            Position = position,
            Fix = "It may be in one that is not there or cannot be read, as follows; else see backtest plugins list.",
        };
}
