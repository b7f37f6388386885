using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data</c>: looks at bars, says what is wrong with them, and puts them in a catalog.</summary>
internal static class DataCommand
{
    private const string Name = "data";

    /// <summary>Makes the command; what is under it, and its many options, only where the command line names it.</summary>
    public static Command Create(string[] args)
    {
        Command command = new(Name, "Looks at bars, says what is wrong with them, and puts them in a catalog.");
        if (args.Contains(Name))
        {
            command.Add(DataInfoCommand.Create());
            command.Add(DataCheckCommand.Create());
            command.Add(DataImportCommand.Create());
        }

        return command;
    }
}
