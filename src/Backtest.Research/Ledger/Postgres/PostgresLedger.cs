using System.Data.Common;
using Dapper;
using Npgsql;

namespace Backtest.Research;

/// <summary>
/// A ledger in PostgreSQL. All operations are idempotent, so if a connection is lost they are retried without checking whether the first attempt
/// succeeded. A lock ensures that claims of an experiment are taken by one worker at a time, and not while trials of it are recorded.
/// </summary>
internal sealed class PostgresLedger : SqlLedger
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _source;
    private readonly PostgresErrors _errors;
    private readonly TimeSpan _patience;

    private PostgresLedger(NpgsqlDataSource source, string location, PostgresErrors errors, TimeSpan patience)
        : base(new SqlDialect(
            Json: "::json",
            Time: "::timestamptz",
            Date: "::date",
            TimeText: """to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""))
    {
        _source = source;
        Location = location;
        _errors = errors;
        _patience = patience;
    }

    /// <inheritdoc/>
    public override string Location { get; }

    /// <summary>Connects, and creates or upgrades the tables if necessary.</summary>
    public static PostgresLedger Open(NpgsqlConnectionStringBuilder address, LedgerOptions options)
    {
        string schema = string.IsNullOrWhiteSpace(address.SearchPath)
            ? PostgresSchema.DefaultName
            : address.SearchPath.Split(',')[0].Trim().Trim('"');
        address.SearchPath = PostgresSchema.Quote(schema);
        address.PersistSecurityInfo = false;
        address.Enlist = false;
        if (string.IsNullOrEmpty(address.ApplicationName))
            address.ApplicationName = "backtest";
        string location = $"{address.Database ?? address.Username} on {address.Host}:{address.Port}";
        var ledger = new PostgresLedger(
            NpgsqlDataSource.Create(address), location, new PostgresErrors(location, address.Password), options.Patience);
        try
        {
            ledger.Attempt(
                connection => new PostgresSchema(schema, location).Prepare(connection, address),
                PostgresErrors.IsAnsweredForNow);
            return ledger;
        }
        catch (InputException)
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TrialClaim> Claim(string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease)
    {
        HashSet<int> got = Do(connection => PostgresBatches.Claim((NpgsqlConnection)connection, experiment, wanted, worker, lease));
        return [.. wanted.Where(claim => got.Contains(claim.Number))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkersAt(string experiment) => Do(connection => connection.Query<string>(
        "SELECT DISTINCT worker FROM claim WHERE experiment = @experiment AND expires_at > clock_timestamp()", new { experiment }).AsList());

    /// <inheritdoc/>
    public override int Renew(string worker, TimeSpan lease) => Do(connection => connection.Execute(
        "UPDATE claim SET expires_at = clock_timestamp() + @lease WHERE worker = @worker", new { worker, lease }));

    /// <inheritdoc/>
    public override IReadOnlyList<int> Complete(string experiment, string worker, IReadOnlyList<TrialEntry> ended) =>
        Do(connection => PostgresBatches.Complete((NpgsqlConnection)connection, experiment, worker, ended));

    /// <inheritdoc/>
    public override void Dispose() => _source.Dispose();

    /// <inheritdoc/>
    protected override T Do<T>(Func<DbConnection, T> work) => Attempt(work, PostgresErrors.IsForNow);

    private T Attempt<T>(Func<NpgsqlConnection, T> work, Func<Exception, bool> isForNow)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (TimeSpan pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                using NpgsqlConnection connection = _source.OpenConnection();
                return work(connection);
            }
            catch (Exception exception) when (PostgresErrors.IsKnown(exception) && (waited >= _patience || !isForNow(exception)))
            {
                throw _errors.Of(exception);
            }
            catch (Exception exception) when (PostgresErrors.IsKnown(exception))
            {
                Thread.Sleep(pause);
                waited += pause;
            }
        }
    }
}
