namespace Backtest.Research;

/// <summary>Options for opening a ledger.</summary>
public sealed record LedgerOptions
{
    /// <summary>The clock for leases in a file; leases in PostgreSQL use the server's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for a file that others write to, or for an unavailable server, before giving up; whole seconds for a file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;
}
