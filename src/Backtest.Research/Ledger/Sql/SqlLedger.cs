using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Backtest.Research;

/// <summary>The operations that are the same in both databases: all but claims and the recording of trials.</summary>
internal abstract class SqlLedger(SqlDialect dialect) : ITrialLedger
{
    private readonly string _experiments =
        "SELECT id AS Id, name AS Name, family AS Family, folder AS Folder, document AS Document, status AS Status, "
        + $"{Filled(dialect.TimeText, "created_at")} AS CreatedAt, {Filled(dialect.TimeText, "finished_at")} AS FinishedAt FROM experiment ";

    /// <inheritdoc/>
    public abstract string Location { get; }

    /// <inheritdoc/>
    public ExperimentEntry Begin(ExperimentEntry experiment) => Do(connection =>
    {
        connection.Execute(
            "INSERT INTO experiment (id, name, family, folder, document, status, created_at) "
            + $"VALUES (@Id, @Name, @Family, @Folder, @Document{dialect.Json}, 'running', @CreatedAt{dialect.Time}) ON CONFLICT DO NOTHING",
            new
            {
                experiment.Id,
                experiment.Name,
                experiment.Family,
                experiment.Folder,
                experiment.Document,
                CreatedAt = LedgerTime.Text(experiment.CreatedAt),
            });
        return connection.QuerySingle<ExperimentRow>(_experiments + "WHERE id = @Id", new { experiment.Id }).ToEntry();
    });

    /// <inheritdoc/>
    public void Finish(string experiment, string document, DateTime at)
    {
        int found = Do(connection => connection.Execute(
            $"UPDATE experiment SET status = 'complete', document = @document{dialect.Json}, finished_at = @at{dialect.Time} "
            + "WHERE id = @experiment",
            new { experiment, document, at = LedgerTime.Text(at) }));
        if (found == 0)
            throw LedgerErrors.NoExperiment(experiment);
    }

    /// <inheritdoc/>
    public bool Describe(string experiment, string document) => Do(connection => connection.Execute(
        $"UPDATE experiment SET document = @document{dialect.Json} WHERE id = @experiment AND status = 'running'", new { experiment, document })) > 0;

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> WorkersAt(string experiment);

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentEntry> Experiments() => Read("ORDER BY created_at DESC, id", new { });

    /// <inheritdoc/>
    public ExperimentEntry? Find(string text)
    {
        if (Read("WHERE id = @text", new { text }) is [ExperimentEntry same])
            return same;
        if (Read("WHERE name = @text ORDER BY created_at DESC, id LIMIT 1", new { text }) is [ExperimentEntry named])
            return named;
        return text.Length == 0 ? null : Read("WHERE substr(id, 1, length(@text)) = @text ORDER BY id LIMIT 4", new { text }) switch
        {
            [] => null,
            [ExperimentEntry only] => only,
            IReadOnlyList<ExperimentEntry> several => throw LedgerErrors.Ambiguous(text, several.Select(entry => entry.Id)),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrialEntry> Trials(string experiment, int from = 0) => Trials(experiment, from, entry => entry);

    /// <inheritdoc/>
    public IReadOnlyList<T> Trials<T>(string experiment, Func<TrialEntry, T> of) => Trials(experiment, from: 0, of);

    /// <inheritdoc/>
    public abstract IReadOnlyList<TrialClaim> Claim(string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease);

    /// <inheritdoc/>
    public abstract int Renew(string worker, TimeSpan lease);

    /// <inheritdoc/>
    public void Release(string worker) => Do(connection => connection.Execute("DELETE FROM claim WHERE worker = @worker", new { worker }));

    /// <inheritdoc/>
    public abstract IReadOnlyList<int> Complete(string experiment, string worker, IReadOnlyList<TrialEntry> ended);

    /// <inheritdoc/>
    public long CountOf(string family) => Do(connection =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM family_key WHERE family = @family", new { family }));

    /// <inheritdoc/>
    public void Look(HoldoutLook look) => Do(connection => connection.Execute(
        $"INSERT INTO holdout_look (family, key, from_day, looked_at) VALUES (@Family, @Key, @From{dialect.Date}, @At{dialect.Time}) ON CONFLICT DO NOTHING",
        new { look.Family, look.Key, From = look.From.ToString("O", CultureInfo.InvariantCulture), At = LedgerTime.Text(look.At) }));

    /// <inheritdoc/>
    public long HoldoutLooksOf(string family) => Do(connection =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM holdout_look WHERE family = @family", new { family }));

    /// <inheritdoc/>
    public IReadOnlyList<FamilyEntry> Families() => Do(connection => connection
        .Query<FamilyRow>(
            """
            SELECT f.family AS Name, f.trials AS Trials, f.experiments AS Experiments,
              (SELECT COUNT(*) FROM holdout_look l WHERE l.family = f.family) AS HoldoutLooks
            FROM families f
            UNION ALL
            SELECT l.family, 0, 0, COUNT(*) FROM holdout_look l
            WHERE NOT EXISTS (SELECT 1 FROM experiment e WHERE e.family = l.family) GROUP BY l.family
            """)
        .Select(row => new FamilyEntry(row.Name, row.Trials, row.Experiments) { HoldoutLooks = row.HoldoutLooks })
        .OrderBy(family => family.Name, StringComparer.Ordinal)
        .ToList());

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The location, which contains no credentials.</summary>
    public sealed override string ToString() => Location;

    /// <summary>Executes an idempotent operation with a connection, and translates errors to those of the ledger.</summary>
    protected abstract T Do<T>(Func<DbConnection, T> work);

    private static string Filled(string format, string column) => format.Replace("{0}", column, StringComparison.Ordinal);

    private List<T> Trials<T>(string experiment, int from, Func<TrialEntry, T> of) => Do(connection => connection
        .Query<TrialRow>(
            """
            SELECT t.number AS Number, k.key AS Key, r.spec_hash AS SpecHash, t.parameters AS Parameters, t.share AS Share, t.status AS Status,
              t.objectives AS Objectives, r.metrics AS Metrics, r.event_hash AS EventHash, r.seconds AS Seconds, r.message AS Message
            FROM trial t JOIN trial_key k ON k.id = t.key_id JOIN result r ON r.key_id = t.key_id AND r.share = t.share
            WHERE t.experiment = @experiment AND t.number >= @from
            ORDER BY t.number
            """,
            new { experiment, from },
            buffered: false)
        .Select(row => of(row.ToEntry()))
        .ToList());

    private List<ExperimentEntry> Read(string condition, object values) => Do(connection =>
        connection.Query<ExperimentRow>(_experiments + condition, values).Select(row => row.ToEntry()).ToList());
}
