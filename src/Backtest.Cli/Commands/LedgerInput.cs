using System.CommandLine;
using Backtest.Research;

namespace Backtest.Cli.Commands;

/// <summary>The options of every command on a ledger.</summary>
internal sealed class LedgerInput
{
    private readonly Option<string?> _ledger = new("--ledger")
    {
        Description = $"The ledger: a file, or a PostgreSQL connection string. Default: the value of {TrialLedgers.Variable}, otherwise {TrialLedgers.DefaultFile}.",
        HelpName = "WHERE",
    };

    private readonly Option<string> _project = new("--project")
    {
        Description = "The folder of the project that the ledger belongs to.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_ledger);
        command.Options.Add(_project);
    }

    /// <summary>Opens the ledger and uses it.</summary>
    /// <exception cref="InputException">The ledger cannot be opened.</exception>
    public int Use(ParseResult command, Action<ITrialLedger> use)
    {
        using ITrialLedger ledger = TrialLedgers.Open(command.GetValue(_ledger), command.GetRequiredValue(_project));
        use(ledger);
        return ExitCode.Done;
    }
}
