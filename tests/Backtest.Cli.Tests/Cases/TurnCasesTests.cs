using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Tests.Cases;

/// <summary>The cases of <c>tests/Cases/fills</c> about a portfolio's turns, days and periods.</summary>
public sealed class TurnCasesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_weekly_strategy_that_never_signals_changes_no_figure()
    {
        JsonObject with = Run("88-weekly-turns-with");
        JsonObject without = Run("88-weekly-turns-without");

        Assert.Equal(15, Equity(with).Count(row => row["portfolio"] == "main"));
        Assert.True(JsonNode.DeepEquals(without["metrics"], with["metrics"]), with["metrics"]!.ToJsonString());
        Assert.Equal(Hash(without), Hash(with));
        Assert.Equal("7.18 0.16 0.80", Figures(with, "0.00", "sharpe", "volatility", "exposure"));
    }

    [Fact]
    public void An_idle_series_of_another_calendar_changes_nothing_wherever_its_symbol_sorts()
    {
        JsonObject alone = Run("100-two-calendars-cr-alone");
        JsonObject both = Run("100-two-calendars-both");
        JsonObject last = Run("100-two-calendars-both-z");

        Assert.Equal(Hash(alone), Hash(both));
        foreach (JsonObject run in new[] { alone, both, last })
            Assert.Equal("4.6601", Figures(run, "0.0000", "sharpe"));
    }

    [Fact]
    public void A_loss_of_the_day_stops_trading_until_the_day_of_what_is_traded_ends()
    {
        foreach (string name in new[] { "101-daily-loss-alone", "101-daily-loss-withfx" })
        {
            Assert.Equal(
                ["ordered ", "vetoed daily_loss"],
                Table.Read(Path.Combine((string)Run(name)["run"]!, "signals.csv")).Select(row => $"{row["outcome"]} {row["risk_limit"]}"));
        }
    }

    [Fact]
    public void A_week_is_one_period_of_weekly_returns()
    {
        JsonObject run = Run("05-weekly-sharpe");

        Assert.Equal("2.94", Figures(run, "0.00", "sharpe"));
        Assert.Equal(365.25 / 7, (double)run["manifest"]!["periodsPerYear"]!["main"]!);
        Assert.Equal(365.25 / 7, (double)run["manifest"]!["periodsPerYear"]!["total"]!);
    }

    private JsonObject Run(string name)
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", GoldenFiles.FillCase(name), "--json", "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Json;
    }

    private static string? Hash(JsonObject run) => (string?)run["manifest"]!["containerHashes"]!["main"];

    private static IEnumerable<IReadOnlyDictionary<string, string>> Equity(JsonObject run) =>
        Table.Read(Path.Combine((string)run["run"]!, "equity.csv"));

    private static string Figures(JsonObject run, string format, params string[] names) => string.Join(
        ' ', names.Select(name => ((double)run["metrics"]!["portfolios"]!["main"]![name]!).ToString(format, CultureInfo.InvariantCulture)));
}
