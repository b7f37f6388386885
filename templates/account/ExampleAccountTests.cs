using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleAccountTests
{
    private static readonly ExampleAccount Account = new() { Longs = 1.3m, Shorts = 0.3m, Margin = 0.25 };

    [Fact]
    public void It_keeps_the_laws_of_an_account() => ExecutionConformance.Check<ExampleAccount>();

    [Fact]
    public void It_keeps_them_without_shorts() => ExecutionConformance.Check<ExampleAccount>("""{"shorts": 0}""");

    [Fact]
    public void It_bears_130_long_and_30_short() => Assert.True(Account.Bears(new AccountState(Equity: 100, Longs: 130, Shorts: 30)));

    [Fact]
    public void It_does_not_bear_131_long() => Assert.False(Account.Bears(new AccountState(Equity: 100, Longs: 131, Shorts: 0)));

    [Fact]
    public void It_does_not_bear_31_short() => Assert.False(Account.Bears(new AccountState(Equity: 100, Longs: 0, Shorts: 31)));

    [Fact]
    public void A_quarter_of_all_that_is_held_is_asked_for_at_closes() =>
        Assert.Equal(40, Account.Maintenance(new MarginTerms(Longs: 130, Shorts: 30, EndsDayOfEntry: false)));
}
