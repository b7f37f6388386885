using System.CommandLine;
using Backtest.Configuration.Schema;
using Backtest.Hosting;
using PluginListing = Backtest.Hosting.PluginListing;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest schema</c>: writes the JSON schema of run files, including the parameters of every plugin found.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Option<string[]> plugins = Options.Plugins();
        Option<string?> project = Options.Project();
        Command command = new("schema", "Prints the run file's JSON schema.") { plugins, project };
        command.SetAction(parsed =>
        {
            PluginCatalog catalog = PluginCatalog.Scan(PluginFolders.Usual(
                parsed.GetValue(plugins) ?? [], runFile: null, [], AppContext.BaseDirectory, parsed.GetValue(project) ?? "."));
            string schema = RunFileSchema.Create(catalog.Plugins
                .Where(choice => choice.Package.Problems.Count == 0)
                .Select(choice => ForSchema(choice.Listing)));
            parsed.InvocationConfiguration.Output.WriteLine(schema);
            return ExitCode.Done;
        });
        return command;
    }

    private static Configuration.Schema.PluginListing ForSchema(PluginListing plugin) =>
        new(plugin.Kind, plugin.Id, plugin.Description, plugin.ParametersSchema);
}
