using Npgsql;
using NpgsqlTypes;

namespace Backtest.Research;

/// <summary>
/// Claims and results in PostgreSQL, each a batch of statements that is sent at once and forms one transaction. Rows are written in the order of
/// their keys, so that two workers cannot deadlock. Rows are looked up one by one with subqueries, because the planner would turn a join into a
/// scan of a whole table, and each batch would take longer than the one before.
/// </summary>
internal static class PostgresBatches
{
    /// <summary>Claims trials.</summary>
    /// <returns>The numbers of the trials that the worker holds.</returns>
    public static HashSet<int> Claim(
        NpgsqlConnection connection, string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(batch, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", experiment);
        // While the lock is held, no one records trials of the experiment, so no ended trial is missed.
        Add(
            batch,
            """
            INSERT INTO claim (experiment, key, number, worker, expires_at)
            SELECT $1, w.key, w.number, $4, clock_timestamp() + $5
            FROM (SELECT DISTINCT ON (key) key, number FROM unnest($2, $3) WITH ORDINALITY AS u (key, number, place)
              WHERE (SELECT COUNT(*) FROM trial t WHERE t.experiment = $1 AND t.number = u.number) = 0 ORDER BY key, place) w
            ON CONFLICT (experiment, key) DO UPDATE SET number = excluded.number, worker = excluded.worker, expires_at = excluded.expires_at
            WHERE claim.expires_at <= clock_timestamp() OR (claim.worker = excluded.worker AND claim.number = excluded.number)
            RETURNING number
            """,
            experiment,
            wanted.Select(claim => claim.Key).ToArray(),
            wanted.Select(claim => claim.Number).ToArray(),
            worker,
            lease);
        using NpgsqlDataReader reader = batch.ExecuteReader();
        reader.NextResult();
        var got = new HashSet<int>();
        while (reader.Read())
            got.Add(reader.GetInt32(0));
        return got;
    }

    /// <summary>Records trials.</summary>
    /// <returns>The numbers whose result differs from the one stored.</returns>
    public static IReadOnlyList<int> Complete(NpgsqlConnection connection, string experiment, string worker, IReadOnlyList<TrialEntry> ended)
    {
        string[] keys = [.. ended.Select(entry => entry.Key)];
        int[] numbers = [.. ended.Select(entry => entry.Number)];
        double[] shares = [.. ended.Select(entry => entry.Share)];
        string[] statuses = [.. ended.Select(entry => LedgerText.Of(entry.Status))];
        string?[] hashes = [.. ended.Select(entry => entry.EventHash)];
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, "SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))", experiment);
        Add(batch, "SELECT COUNT(*) FROM experiment WHERE id = $1", experiment);
        Add(
            batch,
            "INSERT INTO trial_key (key) SELECT DISTINCT key FROM unnest($1) AS u (key) ORDER BY key ON CONFLICT DO NOTHING",
            [keys]);
        Add(
            batch,
            """
            INSERT INTO result (key_id, share, spec_hash, status, metrics, event_hash, seconds, message)
            SELECT DISTINCT ON (key_id, share) key_id, share, spec_hash, status, metrics, event_hash, seconds, message
            FROM (SELECT u.*, (SELECT k.id FROM trial_key k WHERE k.key = u.key) AS key_id
              FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) WITH ORDINALITY
                AS u (key, share, spec_hash, status, metrics, event_hash, seconds, message, place) OFFSET 0) w
            ORDER BY key_id, share, status = 'faulted', event_hash IS NULL, place
            ON CONFLICT (key_id, share) DO UPDATE SET spec_hash = excluded.spec_hash, status = excluded.status, metrics = excluded.metrics,
              event_hash = excluded.event_hash, seconds = excluded.seconds, message = excluded.message
            WHERE (result.status = 'faulted' AND excluded.status <> 'faulted')
              OR (result.event_hash IS NULL AND excluded.event_hash IS NOT NULL AND (result.status = 'faulted') = (excluded.status = 'faulted'))
            """,
            keys,
            shares,
            ended.Select(entry => entry.SpecHash).ToArray(),
            statuses,
            Json(ended.Select(entry => entry.Metrics)),
            hashes,
            ended.Select(entry => entry.Seconds).ToArray(),
            ended.Select(entry => LedgerText.Storable(entry.Message)).ToArray());
        Add(
            batch,
            """
            INSERT INTO family_key (family, key_id)
            SELECT e.family, w.key_id
            FROM experiment e, (SELECT (SELECT k.id FROM trial_key k WHERE k.key = u.key) AS key_id FROM unnest($2) AS u (key) OFFSET 0) w
            WHERE e.id = $1 ORDER BY w.key_id
            ON CONFLICT DO NOTHING
            """,
            experiment,
            keys);
        Add(
            batch,
            """
            INSERT INTO trial (experiment, number, key_id, share, status, parameters, objectives, worker)
            SELECT $1, u.number, (SELECT k.id FROM trial_key k WHERE k.key = u.key), u.share, u.status, u.parameters, u.objectives, $8
            FROM unnest($2, $3, $4, $5, $6, $7) AS u (number, key, share, status, parameters, objectives)
            ORDER BY u.number
            ON CONFLICT DO NOTHING
            """,
            experiment,
            numbers,
            keys,
            shares,
            statuses,
            Json(ended.Select(entry => entry.Parameters)),
            Json(ended.Select(entry => entry.Objectives)),
            worker);
        Add(
            batch,
            "DELETE FROM claim WHERE experiment = $1 AND key = ANY($2) AND number = ANY($3)",
            experiment,
            keys,
            numbers);
        Add(
            batch,
            """
            SELECT number, is_other
            FROM (SELECT w.number, w.place,
                (SELECT t.key_id <> w.key_id FROM trial t WHERE t.experiment = $1 AND t.number = w.number) AS is_other,
                (SELECT (r.status = 'faulted') <> (w.status = 'faulted') OR r.event_hash <> w.event_hash
                  FROM result r WHERE r.key_id = w.key_id AND r.share = w.share) AS differs
              FROM (SELECT u.*, (SELECT k.id FROM trial_key k WHERE k.key = u.key) AS key_id
                FROM unnest($2, $3, $4, $5, $6) WITH ORDINALITY AS u (number, key, share, status, event_hash, place) OFFSET 0) w OFFSET 0) v
            WHERE is_other OR differs
            ORDER BY place
            """,
            experiment,
            numbers,
            keys,
            shares,
            statuses,
            hashes);
        IReadOnlyList<int> differing = Read(batch, experiment);
        transaction.Commit();
        return differing;
    }

    private static List<int> Read(NpgsqlBatch batch, string experiment)
    {
        using NpgsqlDataReader reader = batch.ExecuteReader();
        reader.NextResult();
        if (!reader.Read() || reader.GetInt64(0) == 0)
            throw LedgerErrors.NoExperiment(experiment);
        reader.NextResult();
        var differing = new List<int>();
        while (reader.Read())
        {
            if (reader.GetBoolean(1))
                throw LedgerErrors.OtherKey(experiment, reader.GetInt32(0));
            differing.Add(reader.GetInt32(0));
        }

        return differing;
    }

    private static NpgsqlParameter Json(IEnumerable<string?> texts) =>
        new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json };

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
