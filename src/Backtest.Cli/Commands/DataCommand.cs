using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data</c>: inspects bars, checks them, and imports them into a catalog.</summary>
internal static class DataCommand
{
    private const string Name = "data";

    /// <summary>Creates the command; its subcommands with their many options are created only if the command line names it.</summary>
    public static Command Create(string[] args)
    {
        Command command = new(Name, "Shows and checks bars, and imports them into a catalog.");
        if (args.Contains(Name))
        {
            command.Add(DataInfoCommand.Create());
            command.Add(DataCheckCommand.Create());
            command.Add(DataImportCommand.Create());
        }

        return command;
    }
}
