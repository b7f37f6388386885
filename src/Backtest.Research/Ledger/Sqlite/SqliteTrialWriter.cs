using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Backtest.Research;

/// <summary>Writes ended trials with statements prepared once.</summary>
internal sealed class SqliteTrialWriter : IDisposable
{
    private readonly SqliteCommand _family;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _newKey;
    private readonly SqliteStatement _knownKey;
    private readonly SqliteStatement _result;
    private readonly SqliteStatement _same;
    private readonly SqliteStatement _familyKey;
    private readonly SqliteStatement _trial;
    private readonly SqliteStatement _sameKey;
    private readonly SqliteStatement _claim;

    public SqliteTrialWriter(SqliteConnection connection)
    {
        _connection = connection;
        _family = connection.CreateCommand();
        _family.CommandText = "SELECT family FROM experiment WHERE id = @experiment";
        _family.Parameters.Add("@experiment", SqliteType.Text);
        _newKey = new SqliteStatement(connection, "INSERT INTO trial_key (key) VALUES (@0) ON CONFLICT DO NOTHING", parameters: 1);
        _knownKey = new SqliteStatement(connection, "SELECT id FROM trial_key WHERE key = @0", parameters: 1);
        _result = new SqliteStatement(
            connection,
            """
            INSERT INTO result (key_id, share, spec_hash, status, metrics, event_hash, seconds, message) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
            ON CONFLICT (key_id, share) DO UPDATE SET spec_hash = excluded.spec_hash, status = excluded.status, metrics = excluded.metrics,
              event_hash = excluded.event_hash, seconds = excluded.seconds, message = excluded.message
            WHERE (result.status = 'faulted' AND excluded.status <> 'faulted')
              OR (result.event_hash IS NULL AND excluded.event_hash IS NOT NULL AND (result.status = 'faulted') = (excluded.status = 'faulted'))
            """,
            parameters: 8);
        _same = new SqliteStatement(
            connection,
            """
            SELECT COUNT(*) FROM result WHERE key_id = @0 AND share = @1
              AND (status = 'faulted') = (@2 = 'faulted') AND (event_hash IS NULL OR @3 IS NULL OR event_hash = @3)
            """,
            parameters: 4);
        _familyKey = new SqliteStatement(
            connection, "INSERT INTO family_key (family, key_id) VALUES (@0, @1) ON CONFLICT DO NOTHING", parameters: 2);
        _trial = new SqliteStatement(
            connection,
            """
            INSERT INTO trial (experiment, number, key_id, share, status, parameters, objectives, worker) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
            ON CONFLICT DO NOTHING
            """,
            parameters: 8);
        _sameKey = new SqliteStatement(
            connection, "SELECT COUNT(*) FROM trial WHERE experiment = @0 AND number = @1 AND key_id = @2", parameters: 3);
        _claim = new SqliteStatement(connection, "DELETE FROM claim WHERE experiment = @0 AND key = @1 AND number = @2", parameters: 3);
    }

    /// <summary>Writes trials in a transaction.</summary>
    /// <returns>The numbers whose result differs from the one stored.</returns>
    public IReadOnlyList<int> Write(SqliteTransaction transaction, string experiment, string worker, IReadOnlyList<TrialEntry> ended)
    {
        _family.Transaction = transaction;
        _family.Parameters[0].Value = experiment;
        string family = _family.ExecuteScalar() as string ?? throw LedgerErrors.NoExperiment(experiment);
        var differing = new List<int>();
        foreach (TrialEntry entry in ended)
        {
            string status = LedgerText.Of(entry.Status);
            object key = _newKey.Changes(transaction, entry.Key)
                ? raw.sqlite3_last_insert_rowid(_connection.Handle)
                : _knownKey.Count(transaction, entry.Key);
            if (!_result.Changes(
                    transaction, key, entry.Share, entry.SpecHash, status, entry.Metrics, entry.EventHash, entry.Seconds,
                    LedgerText.Storable(entry.Message))
                && _same.Count(transaction, key, entry.Share, status, entry.EventHash) == 0)
            {
                differing.Add(entry.Number);
            }

            _familyKey.Changes(transaction, family, key);
            if (!_trial.Changes(transaction, experiment, entry.Number, key, entry.Share, status, entry.Parameters, entry.Objectives, worker)
                && _sameKey.Count(transaction, experiment, entry.Number, key) == 0)
            {
                throw LedgerErrors.OtherKey(experiment, entry.Number);
            }

            _claim.Changes(transaction, experiment, entry.Key, entry.Number);
        }

        return differing;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _family.Dispose();
        foreach (SqliteStatement statement in (ReadOnlySpan<SqliteStatement>)[_newKey, _knownKey, _result, _same, _familyKey, _trial, _sameKey, _claim])
            statement.Dispose();
    }
}
