using Backtest.Research;

namespace Backtest.Tests;

/// <summary>The contract of a ledger in any database. A class for each database inherits the tests.</summary>
public abstract partial class LedgerContract : IDisposable
{
    private ITrialLedger? _ledger;

    /// <summary>A ledger that is new for the test and stays open until its end.</summary>
    private protected ITrialLedger Ledger => _ledger ??= Open();

    /// <summary>The connection of the test's ledger.</summary>
    private protected abstract string Connection { get; }

    private protected abstract LedgerOptions Options { get; }

    /// <summary>Opens the test's ledger again, as another process would.</summary>
    private protected ITrialLedger Open() => TrialLedgers.Open(Connection, Path.GetTempPath(), Options);

    /// <summary>Runs SQL without the ledger's knowledge.</summary>
    private protected abstract object? Sql(string sql);

    /// <summary>Lets an hour pass for the clock that leases use.</summary>
    private protected abstract void LetAnHourPass();

    /// <summary>Waits until the database has noticed that a process was killed.</summary>
    private protected abstract void LetTheDeadGo();

    /// <summary>The current time in the database's SQL.</summary>
    private protected abstract string Now { get; }

    public void Dispose()
    {
        _ledger?.Dispose();
        DisposePlace();
        GC.SuppressFinalize(this);
    }

    private protected abstract void DisposePlace();

    private protected ITrialLedger Begun(string id = "e1", string family = "crosses")
    {
        Ledger.Begin(Samples.Experiment(id, family));
        return Ledger;
    }
}
