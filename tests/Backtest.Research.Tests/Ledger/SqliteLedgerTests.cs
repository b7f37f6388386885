using Backtest.Research;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Backtest.Tests;

/// <summary>A ledger in a file.</summary>
public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly TemporaryFolder _folder = new();
    // Starts at the current time, since other processes write leases by their clock.
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public SqliteLedgerTests() => Options = new LedgerOptions { Clock = _clock, Patience = TimeSpan.FromMinutes(1) };

    private protected override string Connection => _folder.Combine("ledger.db");

    private protected override LedgerOptions Options { get; }

    private protected override string Now => "datetime('now')";

    [Fact]
    public void A_file_that_stays_locked_is_waited_for_and_then_said_to_be()
    {
        Begun();
        using ITrialLedger impatient = TrialLedgers.Open(Connection, ".", Options with { Patience = TimeSpan.FromSeconds(1) });
        using SqliteConnection other = Connect();
        using SqliteTransaction held = other.BeginTransaction(deferred: false);
        Assert.Equal("ledger_busy", Samples.CodeOf(() => impatient.Complete("e1", "w", Samples.Trials(0, 2))));
        Assert.Equal(0, impatient.CountOf("crosses"));
        held.Rollback();
        impatient.Complete("e1", "w", Samples.Trials(0, 2));
        Assert.Equal(2, impatient.CountOf("crosses"));
    }

    [Fact]
    public async Task A_file_that_is_locked_for_a_while_is_waited_for()
    {
        Begun();
        using SqliteConnection other = Connect();
        using SqliteTransaction held = other.BeginTransaction(deferred: false);
        Task recorded = Task.Run(() => Ledger.Complete("e1", "w", Samples.Trials(0, 2)), TestContext.Current.CancellationToken);
        Assert.False(recorded.IsCompleted);
        held.Rollback();
        await recorded;
        Assert.Equal(2, Ledger.CountOf("crosses"));
    }

    [Fact]
    public void A_file_that_can_only_be_read_says_so_when_it_is_written_to()
    {
        Begun().Complete("e1", "w", Samples.Trials(0, 2));
        using ITrialLedger readOnly = TrialLedgers.Open($"Data Source={Connection};Mode=ReadOnly", ".", Options);
        Assert.Equal(2, readOnly.CountOf("crosses"));
        Assert.Equal("ledger_not_writable", Samples.CodeOf(() => readOnly.Complete("e1", "w", Samples.Trials(2, 1))));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_or_written_to_is_named()
    {
        File.WriteAllText(_folder.Combine("file"), "");
        Assert.Equal("ledger_not_writable", Samples.CodeOf(() => TrialLedgers.Open(null, _folder.Combine("file"), Options with { Variables = _ => null })));
        Assert.Equal("ledger_not_writable", Samples.CodeOf(() => TrialLedgers.Open(_folder.Path, ".", Options)));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_left_as_it_is()
    {
        string file = _folder.Combine("notes.txt");
        string text = string.Concat(Enumerable.Repeat("These are notes, not a database. ", 100));
        File.WriteAllText(file, text);
        Assert.Equal("ledger_damaged", Samples.CodeOf(() => TrialLedgers.Open(file, ".", Options)));
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_to_be_and_what_was_recorded_before_is_kept()
    {
        string disk = _folder.Combine("disk");
        Directory.CreateDirectory(disk);
        Directory.CreateDirectory(disk + "-copy");
        string[] lines = await LedgerWriter.FillDisk(disk);
        Assert.Equal("ledger_full", lines[^1]);
        using ITrialLedger left = TrialLedgers.Open(Path.Combine(disk + "-copy", "ledger.db"), ".", Options);
        Assert.Equal(lines.Length > 1 ? lines[^2] : "0", $"{left.CountOf("family")}");
        Assert.Equal(left.CountOf("family"), left.Trials("experiment").Count);
    }

    [Fact]
    public void What_was_recorded_is_in_the_file_once_it_is_closed()
    {
        Begun().Complete("e1", "w", Samples.Trials(0, 2));
        Ledger.Dispose();
        Assert.Equal(["ledger.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        Assert.Equal("ok", Sql("PRAGMA integrity_check"));
    }

    private protected override object? Sql(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private protected override void LetAnHourPass() => _clock.Advance(Samples.Hour);

    /// <summary>The system has released the file with the process.</summary>
    private protected override void LetTheDeadGo()
    {
    }

    private protected override void DisposePlace() => _folder.Dispose();

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Connection};Pooling=false");
        connection.Open();
        return connection;
    }
}
