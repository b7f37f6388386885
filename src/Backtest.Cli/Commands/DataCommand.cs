using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data</c>: looks at bars, says what is wrong with them, and puts them in a catalog.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Looks at bars, says what is wrong with them, and puts them in a catalog.")
    {
        DataInfoCommand.Create(),
        DataCheckCommand.Create(),
        DataImportCommand.Create(),
    };
}
