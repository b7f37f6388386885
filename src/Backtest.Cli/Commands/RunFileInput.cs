using System.CommandLine;
using Backtest.Cli.Composition;

namespace Backtest.Cli.Commands;

/// <summary>The arguments and options of every command on a run file.</summary>
internal sealed class RunFileInput
{
    private readonly Argument<string> _file = new("FILE") { Description = "The run file." };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets a value of the run file, such as data.end=2010-12-31. Items of lists are addressed by name.",
        HelpName = "path=value",
    };

    private readonly Option<string[]> _plugins = Options.Plugins();

    private readonly Option<bool> _locked = new("--locked")
    {
        Description = "Rejects plugins that are not in a lock file. Those included with the tool are pinned by its version.",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_set);
        command.Options.Add(_plugins);
        command.Options.Add(_locked);
    }

    /// <summary>The values given on the command line.</summary>
    public RunFileRequest Read(ParseResult command) =>
        new(command.GetRequiredValue(_file), command.GetValue(_set) ?? [], command.GetValue(_plugins) ?? [], command.GetValue(_locked));

    /// <summary>Reads the run file, starts reading its data, and searches for plugins.</summary>
    /// <exception cref="InputException">The file or a plugin folder is invalid.</exception>
    public Workspace Open(ParseResult command) => Workspace.Open(Read(command), readsAhead: true);
}
