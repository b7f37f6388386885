using System.CommandLine;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary>The option of every command on existing runs: where they are.</summary>
internal sealed class RunInput
{
    /// <summary>The ways to name a run, for help texts.</summary>
    public const string Named = "folder, name, id or a part of the id, or latest";

    private readonly Option<string> _runs = new("--runs")
    {
        Description = "The folder to search for runs.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "runs",
    };

    /// <summary>An argument that names a run.</summary>
    public static Argument<string> Argument(string name = "RUN") => new(name) { Description = $"The run, by {Named}." };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_runs);

    /// <summary>The existing runs.</summary>
    public RunFolders Folders(ParseResult command) => new(command.GetRequiredValue(_runs));

    /// <summary>Opens a run.</summary>
    /// <exception cref="InputException">There is no such run, or it cannot be read.</exception>
    public StoredRun Open(ParseResult command, string named) => StoredRun.Open(Folders(command).Find(named));
}
