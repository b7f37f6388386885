using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Backtest.Research;

/// <summary>
/// A ledger in a file. All threads share one connection; other processes have their own. A write is a transaction that takes the lock at once, so
/// it waits before it reads and never has to restart.
/// </summary>
internal sealed class SqliteLedger : SqlLedger
{
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly SqliteTrialWriter _writer;

    private SqliteLedger(SqliteConnection connection, string path, TimeProvider clock)
        : base(new SqlDialect(Json: "", Time: "", Date: "", TimeText: "{0}"))
    {
        _connection = connection;
        _path = path;
        _clock = clock;
        _writer = new SqliteTrialWriter(connection);
    }

    /// <inheritdoc/>
    public override string Location => _path;

    /// <summary>Opens a file given by its full path.</summary>
    public static SqliteLedger Open(SqliteConnectionStringBuilder file, LedgerOptions options)
    {
        string path = file.DataSource;
        int seconds = Math.Max(1, (int)Math.Ceiling(options.Patience.TotalSeconds));
        file.Pooling = false;
        file.DefaultTimeout = seconds;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.NotWritable(path);
        }

        var connection = new SqliteConnection(file.ToString());
        try
        {
            connection.Open();
            // Copy the log into the file every 64 MB: this reduces copies of pages that change repeatedly.
            connection.Execute(
                $"PRAGMA busy_timeout = {seconds * 1000}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384");
            if (!IsCurrent(connection, path))
                Upgrade(connection, path);
            return new SqliteLedger(connection, path, options.Clock);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw SqliteErrors.Of(exception, path);
        }
        catch (InputException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TrialClaim> Claim(string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease) =>
        Write(transaction =>
        {
            DateTime now = _clock.GetUtcNow().UtcDateTime;
            using SqliteCommand command = _connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                """
                INSERT INTO claim (experiment, key, number, worker, expires_at)
                SELECT @experiment, @key, @number, @worker, @until
                WHERE NOT EXISTS (SELECT 1 FROM trial WHERE experiment = @experiment AND number = @number)
                ON CONFLICT (experiment, key) DO UPDATE SET number = excluded.number, worker = excluded.worker, expires_at = excluded.expires_at
                WHERE claim.expires_at <= @now OR (claim.worker = excluded.worker AND claim.number = excluded.number)
                """;
            command.Parameters.AddWithValue("@experiment", experiment);
            command.Parameters.AddWithValue("@worker", worker);
            command.Parameters.AddWithValue("@now", LedgerTime.Text(now));
            command.Parameters.AddWithValue("@until", LedgerTime.Text(now + lease));
            SqliteParameter key = command.Parameters.Add("@key", SqliteType.Text);
            SqliteParameter number = command.Parameters.Add("@number", SqliteType.Integer);
            var got = new List<TrialClaim>();
            foreach (TrialClaim claim in wanted)
            {
                key.Value = claim.Key;
                number.Value = claim.Number;
                if (command.ExecuteNonQuery() > 0)
                    got.Add(claim);
            }

            return got;
        });

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkersAt(string experiment) => Do(connection => connection.Query<string>(
        "SELECT DISTINCT worker FROM claim WHERE experiment = @experiment AND expires_at > @now",
        new { experiment, now = LedgerTime.Text(_clock.GetUtcNow().UtcDateTime) }).AsList());

    /// <inheritdoc/>
    public override int Renew(string worker, TimeSpan lease) => Do(connection => connection.Execute(
        "UPDATE claim SET expires_at = @until WHERE worker = @worker",
        new { worker, until = LedgerTime.Text(_clock.GetUtcNow().UtcDateTime + lease) }));

    /// <inheritdoc/>
    public override IReadOnlyList<int> Complete(string experiment, string worker, IReadOnlyList<TrialEntry> ended) =>
        Write(transaction => _writer.Write(transaction, experiment, worker, ended));

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_gate)
        {
            _writer.Dispose();
            _connection.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override T Do<T>(Func<DbConnection, T> work)
    {
        lock (_gate)
        {
            try
            {
                return work(_connection);
            }
            catch (SqliteException exception)
            {
                throw SqliteErrors.Of(exception, _path);
            }
        }
    }

    private T Write<T>(Func<SqliteTransaction, T> work) => Do(_ =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        T result = work(transaction);
        transaction.Commit();
        return result;
    });

    private static bool IsCurrent(SqliteConnection connection, string path) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = @name", new { name = LedgerScripts.Journal }) > 0
        && new LedgerScripts("Sqlite").Cover(connection.Query<string>($"SELECT ScriptName FROM {LedgerScripts.Journal}").AsList(), path);

    /// <summary>Upgrades in one transaction, so that of two processes one waits and then has nothing to do.</summary>
    private static void Upgrade(SqliteConnection connection, string path)
    {
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute("BEGIN IMMEDIATE");
        if (!IsCurrent(connection, path))
        {
            using var shared = new SharedConnection(connection);
            new LedgerScripts("Sqlite").Run(
                DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(LedgerScripts.Journal).WithoutTransaction());
        }

        connection.Execute("COMMIT");
    }
}
