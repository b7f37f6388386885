using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data</c>: what there is to do with bars.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Looks at bars.")
    {
        DataCheckCommand.Create(),
    };
}
