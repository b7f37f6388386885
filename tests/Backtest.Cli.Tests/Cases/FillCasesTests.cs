using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Tests.Cases;

/// <summary>The cases of <c>tests/Cases/fills</c>, run with the built tool; the expected figures are computed in their <c>expected.txt</c>.</summary>
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
        Assert.Contains("run.yaml:5: portfolios.main.currency: ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Theory]
    [InlineData("06-equity-below-zero")]
    [InlineData("06-equity-below-zero-maxlev")]
    public void A_portfolio_below_zero_is_closed_at_the_next_price_and_said_to_be_ruined(string name)
    {
        string run = Run(name);

        Assert.Equal(
            ["10000", "10000", "5000", "-5000", "-10000", "-10000", "-10000", "-10000"],
            Table.Read(Path.Combine(run, "equity.csv")).Where(row => row["portfolio"] == "main").Select(row => row.Decimals("equity")));
        Assert.Equal(["2024-01-02 sell 100 100", "2024-01-05 buy 100 300"], Fills(run));
        JsonNode main = Json(run, "metrics.json")["portfolios"]!["main"]!;
        Assert.Equal(("ruined", -1d), ((string?)main["status"], (double)main["cagr"]!));
        Assert.Equal(["equity_below_zero"], Warnings(run));
    }

    [Theory]
    [InlineData("07-delisted-close")]
    [InlineData("07-delisted-keep")]
    public void A_position_and_an_order_left_on_a_symbol_that_ended_are_a_warning(string name)
    {
        string run = Run(name);

        Assert.Equal(["left_without_bars"], Warnings(run));
        Assert.Contains(
            "DEAD (last bar 2024-01-04; 1 order, 50 held)",
            (string)Json(run, "manifest.json")["warnings"]![0]!["message"]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_silent_for_long_enough_is_settled_at_its_last_price_less_what_it_loses()
    {
        string run = Run("07-delisted-silence");

        Assert.Equal(["2024-01-02 buy 50 100", "2024-01-07 buy 50 50", "2024-01-10 sell 50 60"], Fills(run));
        Assert.Equal(["delisted"], Warnings(run));
    }

    [Fact]
    public void A_delisting_pays_its_exact_price()
    {
        string run = Run("07-delisted-action");

        Assert.Equal("-2200", Assert.Single(Table.Read(Path.Combine(run, "trades.csv"))).Decimals("profit"));
        Assert.Empty(Warnings(run));
    }

    [Fact]
    public void Orders_that_find_no_money_are_a_warning()
    {
        string run = Run("96-buy-hold-three");

        Assert.Equal(["orders_refused"], Warnings(run));
    }

    [Fact]
    public void The_summary_ends_with_the_warnings_and_how_to_mend_what_they_found()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", GoldenFiles.FillCase("96-buy-hold-three"), "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures);

        Assert.Contains(
            "1 warning:\n" +
            "  22 of 25 entry orders of portfolio 'main' were refused: insufficient_funds\n" +
            "    Size entries so that all of them fit: use a smaller value of the sizer (0.95 is 95% of equity), a buffer, or more capital or leverage.\n" +
            "run: ",
            result.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("warning", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-entry-bar-phantom-target", "2024-01-03 buy 10 95")]
    [InlineData("01-entry-bar-phantom-target-6h", "2024-01-02 buy 10 95")]
    [InlineData("02-trailing-from-before-entry", "2024-01-03 buy 10 95")]
    [InlineData("02-trailing-from-before-entry-6h", "2024-01-02 buy 10 95")]
    public void What_a_bar_does_not_prove_to_come_after_an_entry_is_not_granted(string name, string fill)
    {
        string run = Run(name);

        Assert.Equal([fill], Fills(run));
        Assert.Equal("10 10", Assert.Single(Table.Read(Path.Combine(run, "positions.csv"))).Decimals("quantity", "unrealized"));
    }

    [Theory]
    [InlineData("03-rotate-at-close-a", "buy 190 50", "sell 190 50", "buy 95 100")]
    [InlineData("03-rotate-at-close-b", "buy 95 100", "sell 95 100", "buy 190 50")]
    public void At_the_close_what_is_sold_pays_for_what_is_bought_whatever_the_names(string name, params string[] fills)
    {
        Assert.Equal(fills, Fills(Run(name)).Select(fill => fill[11..]));
    }

    [Fact]
    public void Six_sevenths_of_seven_lots_are_six_lots_and_a_third_of_300_is_100()
    {
        Assert.Equal(["buy 2100 10", "sell 1800 10"], Fills(Run("04-partial-fraction")).Select(fill => fill[11..]));
        Assert.Equal(["buy 300 10", "sell 100 10", "sell 100 10", "sell 100 10"], Fills(Run("04-partial-fraction-third")).Select(fill => fill[11..]));
    }

    [Fact]
    public void An_order_that_a_reverse_split_ends_shows_what_it_was_for()
    {
        IReadOnlyDictionary<string, string> order = Assert.Single(Table.Read(Path.Combine(Run("08-reverse-split-order"), "orders.csv")));

        Assert.Equal("9 canceled below_lot", $"{order.Decimals("quantity")} {order["status"]} {order["reason"]}");
    }

    [Fact]
    public void A_drawdown_that_ends_trading_ends_what_rests_of_every_strategy()
    {
        string run = Run("20-drawdown-resting-entry");

        Assert.Equal(["2024-01-02 buy 40 100", "2024-01-04 sell 40 70"], Fills(run));
        Assert.Equal("-1268", Assert.Single(Table.Read(Path.Combine(run, "trades.csv"))).Decimals("profit"));
    }

    [Fact]
    public void A_cut_that_comes_to_less_than_a_lot_is_a_lot()
    {
        Assert.Equal(["buy 300 100", "sell 100 94"], Fills(Run("71-cutback-lots")).Select(fill => fill[11..]));
    }

    [Theory]
    [InlineData("102-costs-as-traded-none", 10, "700.39")]
    [InlineData("102-costs-as-traded-adjusted", 70, "100.055714285714")]
    public void Ticks_and_fees_by_share_go_by_what_was_traded_whether_prices_are_adjusted_or_not(string name, int quantity, string price)
    {
        string run = Run(name);

        Assert.Equal([$"2024-01-02 buy {quantity} {price}", "2024-01-05 sell 70 101.44"], Fills(run));
        Assert.Equal(
            ["1.00 3.60", "7.00 4.20"],
            Table.Read(Path.Combine(run, "fills.csv")).Select(row => $"{Money(row["commission"])} {Money(row["slippage"])}"));
        Assert.Equal("88.90", Money(Assert.Single(Table.Read(Path.Combine(run, "trades.csv")))["profit"]));
    }

    /// <summary>Money to the cent, which must be less than a millionth away.</summary>
    private static string Money(string text)
    {
        decimal amount = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        Assert.Equal(Math.Round(amount, 2), amount, 6);
        return amount.ToString("F2", CultureInfo.InvariantCulture);
    }

    private string Run(string name)
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", GoldenFiles.FillCase(name), "--json", "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures);
        Assert.True(result.ExitCode == 0, result.Error);
        return (string)result.Json["run"]!;
    }

    private static JsonNode Json(string run, string file) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(run, file)))!;

    private static IEnumerable<string?> Warnings(string run) =>
        Json(run, "manifest.json")["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]);

    private static IEnumerable<string> Fills(string run) => Table.Read(Path.Combine(run, "fills.csv"))
        .Select(row => $"{row["time"][..10]} {row["side"]} {row.Decimals("quantity", "price")}");
}
