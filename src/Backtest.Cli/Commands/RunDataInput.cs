using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary>The options of commands that use the data and the plugins of a run again.</summary>
internal sealed class RunDataInput
{
    private readonly Option<string?> _directory = new("--directory")
    {
        Description = "The folder its relative paths are now resolved against. Default: the one in which it was made.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _plugins = Options.Plugins();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_directory);
        command.Options.Add(_plugins);
    }

    /// <summary>Opens the inputs of a run.</summary>
    /// <exception cref="InputException">Its configuration cannot be read, or a plugin folder is invalid.</exception>
    public Workspace Open(ParseResult command, StoredRun run) =>
        Workspace.Open(run, command.GetValue(_directory), command.GetValue(_plugins) ?? []);
}
