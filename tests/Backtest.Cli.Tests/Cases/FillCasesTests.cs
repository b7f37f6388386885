namespace Backtest.Tests.Cases;

/// <summary>The cases of <c>tests/Cases/fills</c>, run with the built tool; the figures are those worked out in their <c>expected.txt</c>.</summary>
public sealed class FillCasesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_gap_through_a_stop_fills_at_the_open_and_slips_from_there()
    {
        string run = Run("12-stop-gap");

        Assert.Equal(["2024-01-02 sell 10 8.91", "2024-01-03 buy 10 12.12"], Fills(run));
    }

    [Fact]
    public void Limits_that_the_open_is_better_than_fill_at_the_open_and_do_not_slip()
    {
        string run = Run("13-limit-open");

        Assert.Equal(["2024-01-02 buy 10 98", "2024-01-04 sell 10 110"], Fills(run));
    }

    [Fact]
    public void All_of_the_equity_buys_what_it_pays_for_with_the_fee()
    {
        string run = Run("15-allin-included");

        Assert.Equal(["2024-01-02 buy 999 10", "2024-01-04 sell 999 11"], Fills(run));
        Assert.Equal("989 10", Assert.Single(Table.Read(Path.Combine(run, "trades.csv"))).Decimals("profit", "commission"));
    }

    [Fact]
    public void A_split_restates_a_short_position_with_its_orders_and_a_dividend_is_paid_on_it()
    {
        string run = Run("09-split-while-short");

        Assert.Equal(["2024-01-02 sell 10 500", "2024-01-06 buy 50 98"], Fills(run));
        Assert.Equal(
            ["split 5 -50 0", "dividend 0.5 -50 -25"],
            Table.Read(Path.Combine(run, "actions.csv")).Select(row => $"{row["type"]} {row.Decimals("value", "quantity", "cash")}"));
        Assert.Equal("75", Assert.Single(Table.Read(Path.Combine(run, "trades.csv"))).Decimals("profit"));
    }

    [Fact]
    public void Instruments_of_two_currencies_in_one_portfolio_are_refused()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", GoldenFiles.FillCase("84-two-currencies"), "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("portfolio 'main' trades EURO in EUR and YEN in JPY", result.Error, StringComparison.Ordinal);
        Assert.Contains("run.yaml(5", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    private string Run(string name)
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", GoldenFiles.FillCase(name), "--json", "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures);
        Assert.True(result.ExitCode == 0, result.Error);
        return (string)result.Json["run"]!;
    }

    private static IEnumerable<string> Fills(string run) => Table.Read(Path.Combine(run, "fills.csv"))
        .Select(row => $"{row["time"][..10]} {row["side"]} {row.Decimals("quantity", "price")}");
}
