using System.CommandLine;
using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins</c>: lists the available plugins from their metadata, and installs others.</summary>
internal static class PluginsCommand
{
    public static Command Create() => new("plugins", "Lists and installs plugins.")
    {
        CreateList(),
        CreateInfo(),
        PluginsSearchCommand.Create(),
        PluginsInstallCommand.Create(),
        PluginsUpdateCommand.Create(),
        PluginsRemoveCommand.Create(),
        PluginsVerifyCommand.Create(),
    };

    private static Command CreateList()
    {
        Option<string[]> plugins = Options.Plugins();
        Option<string?> project = Options.Project();
        Option<bool> json = Options.Json();
        Command command = new("list", "Lists the plugins found, and why some of them cannot be used.")
        {
            plugins,
            project,
            json,
        };
        command.SetAction(parsed =>
        {
            PluginCatalog catalog = Scan(parsed.GetValue(plugins), parsed.GetValue(project));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, PluginJson.List(catalog));
            else
                PluginTables.WriteList(output, catalog);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateInfo()
    {
        Argument<string> id = new("ID") { Description = "The plugin's id, or its package and id separated by a slash." };
        Option<string[]> plugins = Options.Plugins();
        Option<string?> project = Options.Project();
        Option<bool> json = Options.Json();
        Command command = new("info", "Shows a plugin and its parameters.") { id, plugins, project, json };
        command.SetAction(parsed =>
        {
            PluginCatalog catalog = Scan(parsed.GetValue(plugins), parsed.GetValue(project));
            PluginChoice[] choices = Find(catalog, parsed.GetRequiredValue(id));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, new JsonObject { ["plugins"] = new JsonArray([.. choices.Select(PluginJson.Describe)]) });
            else
                PluginTables.WriteInfo(output, choices);
            return ExitCode.Done;
        });
        return command;
    }

    private static PluginCatalog Scan(IReadOnlyList<string>? folders, string? project) =>
        PluginCatalog.Scan(PluginFolders.Usual(folders ?? [], runFile: null, [], AppContext.BaseDirectory, project ?? "."));

    private static PluginChoice[] Find(PluginCatalog catalog, string id)
    {
        string? meant = NearestName.Find(id, catalog.Kinds.SelectMany(catalog.Ids));
        PluginChoice[] found = [.. catalog.Kinds.Select(kind => catalog.Find(kind, id)).OfType<PluginChoice>()];
        return found.Length > 0
            ? found
            : throw new InputException(new InputError("unknown_plugin", $"there is no plugin '{id}'")
            {
                Fix = $"{(meant is null ? "" : $"Did you mean '{meant}'? ")}See backtest plugins list, or name a folder with --plugins.",
            });
    }
}
