namespace Backtest.Research;

/// <summary>How a ledger is opened.</summary>
public sealed record LedgerOptions
{
    /// <summary>The clock leases in a file go by; those in PostgreSQL go by the server's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for a file others write to, or for a server to come back, before giving up; a file is waited for in whole seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;
}
