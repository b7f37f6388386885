using Backtest.Research;

namespace Backtest.Tests;

/// <summary>How connections name ledgers.</summary>
public sealed class TrialLedgersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void By_default_it_is_a_file_of_the_project()
    {
        using ITrialLedger ledger = Open(null, variable: null);
        Assert.Equal(_folder.Combine(".backtest", "ledger.db"), ledger.Location);
        Assert.True(File.Exists(ledger.Location));
    }

    [Fact]
    public void The_environment_may_say_where_it_is()
    {
        using ITrialLedger ledger = Open(null, variable: "shared/trials.db");
        Assert.Equal(_folder.Combine("shared", "trials.db"), ledger.Location);
    }

    [Theory]
    [InlineData("mine.db")]
    [InlineData(" ./mine.db ")]
    [InlineData("Data Source=mine.db")]
    [InlineData("Filename=mine.db;Mode=ReadWriteCreate")]
    public void What_is_said_goes_before_the_environment(string connection)
    {
        using ITrialLedger ledger = Open(connection, variable: "shared/trials.db");
        Assert.Equal(_folder.Combine("mine.db"), ledger.Location);
        Assert.False(Directory.Exists(_folder.Combine("shared")));
    }

    [Theory]
    [InlineData("mysql://user:heron@host/db")]
    [InlineData("postgres:/user:heron@host/db")]
    [InlineData("user:heron@host/db")]
    [InlineData("postgres://user:her/on@host/heron")]
    [InlineData("postgres://user:her?on@host/heron")]
    [InlineData("postgres://user:heron@host:heron/db")]
    [InlineData("postgres://user:heron@host/db?heron=heron")]
    [InlineData("postgres://user:heron@host/db?sslmode=heron")]
    [InlineData("Username=user;Password=heron")]
    [InlineData("Host=host;Port=heron;Password=heron")]
    [InlineData("Host=host;Password=a;heron=b")]
    [InlineData("Host=host;Password=a;heron")]
    [InlineData("Host=host;Password='heron")]
    [InlineData("Data Source=mine.db;Password=heron")]
    [InlineData("Data Source=mine.db;Mode=heron")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=mine.db;Mode=Memory")]
    public void What_is_not_understood_is_refused_and_not_quoted(string connection)
    {
        InputException refused = Assert.Throws<InputException>(() => Open(connection, variable: null));
        Assert.Equal("ledger_invalid", refused.Errors[0].Code);
        Assert.NotNull(refused.Errors[0].Fix);
        Assert.DoesNotContain("heron", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=user;Password=heron;Database=db")]
    [InlineData("postgres://user:heron@127.0.0.1:1/db")]
    [InlineData("postgresql://user:he%40ron@127.0.0.1:1/db")]
    [InlineData("postgresql://user:h@heron@127.0.0.1:1/db")]
    [InlineData("postgresql://user@127.0.0.1:1/db?password=heron")]
    [InlineData("postgresql://user:heron@/db?host=/no/such/folder")]
    [InlineData("postgresql://user:heron@nowhere.invalid/db")]
    public void A_server_that_is_not_there_is_named_without_credentials(string connection) =>
        PostgresLedgerTests.AssertRefused("ledger_unreachable", connection);

    [Fact]
    public void A_key_is_that_of_all_its_parts()
    {
        string[] keys = [TrialKey.Of("a", "b", "c"), TrialKey.Of("a", "b", "d"), TrialKey.Of("a", "c", "c"), TrialKey.Of("ab", "b", "c"), TrialKey.Of("a", "bb", "c")];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
        Assert.Equal(keys[0], TrialKey.Of("a", "b", "c"));
        Assert.Throws<ArgumentException>(() => TrialKey.Of("a\nb", "c", "d"));
        Assert.Throws<ArgumentException>(() => TrialKey.Of("", "c", "d"));
    }

    private ITrialLedger Open(string? connection, string? variable) => TrialLedgers.Open(
        connection, _folder.Path, new LedgerOptions { Variables = name => name == "BACKTEST_LEDGER" ? variable : null });
}
