using Npgsql;
using NpgsqlTypes;

namespace Backtest.Research;

/// <summary>
/// Claims and results in PostgreSQL: each a batch of statements that goes to the server at once and is one transaction. Rows are written in
/// the order of their keys, so that two workers do not wait for each other.
/// </summary>
internal static class PostgresBatches
{
    /// <summary>Claims trials.</summary>
    /// <returns>The numbers the worker holds.</returns>
    public static HashSet<int> Claim(
        NpgsqlConnection connection, string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(batch, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", experiment);
        // With the lock held nobody records trials of the experiment, so none that has ended is missed.
        Add(
            batch,
            """
            INSERT INTO claim (experiment, key, number, worker, expires_at)
            SELECT $1, w.key, w.number, $4, clock_timestamp() + $5
            FROM (SELECT DISTINCT ON (key) key, number FROM unnest($2, $3) WITH ORDINALITY AS u (key, number, place)
              WHERE NOT EXISTS (SELECT 1 FROM trial t WHERE t.experiment = $1 AND t.number = u.number) ORDER BY key, place) w
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
            SELECT DISTINCT ON (k.id, share) k.id, share, spec_hash, status, metrics, event_hash, seconds, message
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) WITH ORDINALITY
              AS u (key, share, spec_hash, status, metrics, event_hash, seconds, message, place)
            JOIN trial_key k USING (key)
            ORDER BY k.id, share, status = 'faulted', event_hash IS NULL, place
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
            SELECT e.family, k.id FROM experiment e, trial_key k WHERE e.id = $1 AND k.key = ANY($2) ORDER BY k.id
            ON CONFLICT DO NOTHING
            """,
            experiment,
            keys);
        Add(
            batch,
            """
            INSERT INTO trial (experiment, number, key_id, share, status, parameters, objectives, worker)
            SELECT $1, u.number, k.id, u.share, u.status, u.parameters, u.objectives, $8
            FROM unnest($2, $3, $4, $5, $6, $7) AS u (number, key, share, status, parameters, objectives)
            JOIN trial_key k USING (key)
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
            "DELETE FROM claim c USING unnest($2, $3) AS u (key, number) WHERE c.experiment = $1 AND c.key = u.key AND c.number = u.number",
            experiment,
            keys,
            numbers);
        Add(
            batch,
            """
            SELECT u.number, t.key_id <> k.id
            FROM unnest($2, $3, $4, $5, $6) WITH ORDINALITY AS u (number, key, share, status, event_hash, place)
            JOIN trial t ON t.experiment = $1 AND t.number = u.number
            JOIN trial_key k ON k.key = u.key
            JOIN result r ON r.key_id = k.id AND r.share = u.share
            WHERE t.key_id <> k.id OR (r.status = 'faulted') <> (u.status = 'faulted') OR r.event_hash <> u.event_hash
            ORDER BY u.place
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
