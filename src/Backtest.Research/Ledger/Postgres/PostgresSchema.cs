using Dapper;
using DbUp;
using Npgsql;

namespace Backtest.Research;

/// <summary>The tables of a ledger in PostgreSQL, in their own schema: the first one in the connection's search path, or the default one.</summary>
internal sealed class PostgresSchema(string schema, string location)
{
    /// <summary>The schema used if the connection names none.</summary>
    public const string DefaultName = "backtest";

    /// <summary>The key of the advisory lock for upgrades of a server's ledgers: any number that others do not use.</summary>
    private const long UpgradeLock = 0x6261636B74657374;

    private readonly LedgerScripts _scripts = new("Postgres");

    /// <summary>A name quoted for SQL.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Creates or upgrades the tables if necessary.</summary>
    /// <returns>Whether it was necessary.</returns>
    public bool Prepare(NpgsqlConnection connection, NpgsqlConnectionStringBuilder address)
    {
        if (IsCurrent(connection))
            return false;
        connection.Execute("SELECT pg_advisory_lock(@UpgradeLock)", new { UpgradeLock });
        try
        {
            if (IsCurrent(connection))
                return false;
            connection.Execute($"CREATE SCHEMA IF NOT EXISTS {Quote(schema)}");
            // Use a separate connection, which is not returned to the pool.
            var alone = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false };
            _scripts.Run(DeployChanges.To.PostgresqlDatabase(alone.ConnectionString, schema)
                .JournalToPostgresqlTable(schema, LedgerScripts.Journal)
                .WithTransaction());
            return true;
        }
        finally
        {
            connection.Execute("SELECT pg_advisory_unlock(@UpgradeLock)", new { UpgradeLock });
        }
    }

    private bool IsCurrent(NpgsqlConnection connection)
    {
        string journal = $"{Quote(schema)}.{LedgerScripts.Journal}";
        return connection.ExecuteScalar<bool>("SELECT to_regclass(@journal) IS NOT NULL", new { journal })
            && _scripts.Cover(connection.Query<string>($"SELECT scriptname FROM {journal}").AsList(), location);
    }
}
