using Backtest.Tests;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Backtest.Tests;

/// <summary>The PostgreSQL server that all tests of the assembly share, started by the first one that needs it.</summary>
public sealed class SharedPostgres : IDisposable
{
    private readonly Lazy<PostgresServer?> _server = new(() => PostgresServer.Start());
    private int _databases;

    /// <summary>The server; without PostgreSQL, the test is skipped.</summary>
    internal PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(_server.Value is null, "PostgreSQL is not installed: eng/install-test-servers.sh");
            return _server.Value;
        }
    }

    /// <summary>A database name that no other test uses; the database does not exist yet.</summary>
    internal string NewName() => $"ledger_{Interlocked.Increment(ref _databases)}";

    public void Dispose()
    {
        if (_server.IsValueCreated)
            _server.Value?.Dispose();
    }
}
