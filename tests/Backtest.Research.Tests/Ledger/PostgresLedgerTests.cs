using Backtest.Research;
using Npgsql;

namespace Backtest.Tests;

/// <summary>A ledger in PostgreSQL.</summary>
public sealed class PostgresLedgerTests : LedgerContract
{
    private readonly SharedPostgres _postgres;
    private readonly string _database;

    public PostgresLedgerTests(SharedPostgres postgres)
    {
        _postgres = postgres;
        _database = postgres.NewName();
        Run("postgres", $"CREATE DATABASE {_database}");
    }

    private protected override string Connection => _postgres.Server.Connection(_database);

    private protected override LedgerOptions Options { get; } = new();

    private protected override string Now => "now()";

    [Fact]
    public void A_connection_that_is_dropped_is_made_again()
    {
        ITrialLedger ledger = Begun();
        ledger.Complete("e1", "w", Samples.Trials(0, 2));
        Assert.True(DropConnections() > 0);
        ledger.Complete("e1", "w", Samples.Trials(2, 2));
        DropConnections();
        Assert.Equal([4], ledger.Claim("e1", Samples.Claims(0, 5), "w", Samples.Hour).Numbers());
        DropConnections();
        Assert.Equal(4, ledger.CountOf("crosses"));
    }

    [Fact]
    public async Task Connections_dropped_while_trials_are_recorded_lose_none_and_double_none()
    {
        const int Batches = 60;
        ITrialLedger ledger = Begun();
        Task[] writers = [.. Enumerable.Range(0, 3).Select(writer => Task.Run(
            () =>
            {
                for (int batch = 0; batch < Batches; batch++)
                    ledger.Complete("e1", $"w{writer}", Samples.Trials(((batch * 3) + writer) * 20, 20));
            },
            TestContext.Current.CancellationToken))];
        Task all = Task.WhenAll(writers);
        int dropped = 0;
        while (dropped < 12 && !all.IsCompleted)
            dropped += DropConnections();
        await all;
        Assert.True(dropped > 0);
        Assert.Equal(Enumerable.Range(0, Batches * 60), ledger.Trials("e1").Numbers());
        Assert.Equal(Batches * 60, ledger.CountOf("crosses"));
    }

    [Fact]
    public void Tables_are_in_a_schema_of_their_own_or_in_the_one_named()
    {
        Begun();
        using (ITrialLedger named = TrialLedgers.Open(Connection + ";Search Path=Own", ".", Options))
            named.Begin(Samples.Experiment("e2"));
        Assert.Equal("e1", Run(_database, "SELECT id FROM backtest.experiment"));
        Assert.Equal("e2", Run(_database, "SELECT id FROM \"Own\".experiment"));
        Assert.Equal(0L, Run(_database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public void A_uri_says_where_it_is()
    {
        Begun();
        PostgresServer server = _postgres.Server;
        foreach (string uri in (IReadOnlyList<string>)[
            $"postgres://{PostgresServer.User}:{PostgresServer.Password}@127.0.0.1:{server.Port}/{_database}?sslmode=disable",
            $"postgresql://{PostgresServer.User}:moonlit%2Dheron@/{_database}?host={Uri.EscapeDataString(server.Sockets)}&port={server.Port}",
            $"postgresql://{Uri.EscapeDataString(server.Sockets)}:{server.Port}/{_database}?user={PostgresServer.User}&password={PostgresServer.Password}"])
        {
            using ITrialLedger same = TrialLedgers.Open(uri, ".", Options);
            Assert.Equal("e1", same.Experiments()[0].Id);
            Assert.Contains(_database, same.Location, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresServer.Password, $"{same.Location} {same}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_server_refuses_is_said_without_credentials()
    {
        string port = $"{_postgres.Server.Port}";
        AssertRefused("ledger_refused", $"Host=127.0.0.1;Port={port};Database={_database};Username=backtest;Password=wrong-heron");
        AssertRefused("ledger_refused", $"postgres://backtest:wrong-heron@127.0.0.1:{port}/{_database}");
        AssertRefused("ledger_refused", $"postgres://nobody-here:wrong-heron@127.0.0.1:{port}/{_database}");
        AssertRefused("ledger_missing", $"Host=127.0.0.1;Port={port};Database=nowhere;Username=backtest;Password={PostgresServer.Password}");
        AssertRefused("ledger_missing", $"postgresql://backtest:{PostgresServer.Password}@127.0.0.1:{port}/nowhere");
    }

    [Fact]
    public void A_user_who_may_not_make_tables_is_told()
    {
        string user = $"reader_of_{_database}";
        Run(_database, $"CREATE ROLE {user} LOGIN PASSWORD 'wrong-heron'");
        AssertRefused("ledger_not_writable", $"Host=127.0.0.1;Port={_postgres.Server.Port};Database={_database};Username={user};Password=wrong-heron");
    }

    [Fact]
    public void A_ledger_that_can_only_be_read_says_so()
    {
        Begun();
        using ITrialLedger readOnly = TrialLedgers.Open(Connection + ";Options=-c default_transaction_read_only=on", ".", Options);
        Assert.Equal("ledger_not_writable", Samples.CodeOf(() => readOnly.Complete("e1", "w", Samples.Trials(0, 1))));
    }

    internal static void AssertRefused(string code, string connection)
    {
        InputException refused = Assert.Throws<InputException>(() => TrialLedgers.Open(connection, Path.GetTempPath()));
        Assert.Equal(code, refused.Errors[0].Code);
        Assert.NotNull(refused.Errors[0].Fix);
        Assert.DoesNotContain("heron", refused.ToString(), StringComparison.Ordinal);
    }

    private protected override object? Sql(string sql) => Run(_database, $"SET search_path = backtest; {sql}");

    private protected override void LetAnHourPass() => Sql("UPDATE claim SET expires_at = expires_at - interval '1 hour'");

    private protected override void LetTheDeadGo() => DropConnections();

    /// <summary>The database is deleted with its server.</summary>
    private protected override void DisposePlace()
    {
    }

    private int DropConnections() => Convert.ToInt32(Run(
        "postgres", $"SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = '{_database}'"), null);

    private object? Run(string database, string sql)
    {
        using var connection = new NpgsqlConnection(_postgres.Server.Connection(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
