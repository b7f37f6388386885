using Backtest.Tests;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Backtest.Tests;

/// <summary>The PostgreSQL server of all tests of the assembly, started by the first that asks for it.</summary>
public sealed class SharedPostgres : IDisposable
{
    private readonly Lazy<PostgresServer?> _server = new(() => PostgresServer.Start());
    private int _databases;

    /// <summary>The server. Without PostgreSQL the test is skipped.</summary>
    internal PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(_server.Value is null, "PostgreSQL is not installed: eng/install-test-servers.sh");
            return _server.Value;
        }
    }

    /// <summary>The name of a database no other test has; it is not there yet.</summary>
    internal string NewName() => $"ledger_{Interlocked.Increment(ref _databases)}";

    public void Dispose()
    {
        if (_server.IsValueCreated)
            _server.Value?.Dispose();
    }
}
