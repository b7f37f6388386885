using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

public sealed class DataCheckCommandTests : IDisposable
{
    private const string Header = "date,open,high,low,close";

    private readonly string _folder = Directory.CreateTempSubdirectory("backtest-data-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fine_bars_end_with_0()
    {
        Write("a.csv", "2024-01-02,100,101,99,100", "2024-01-03,100,102,99,101");
        ToolResult result = Tool.Run(_folder, "data", "check", "--path", "a.csv", "--calendar", "XNYS");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("a       1d          2  2024-01-02  2024-01-03  XNYS", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 bars of 1 series checked: no findings.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_end_with_1_and_say_where()
    {
        Write("a.csv", "2024-01-02,100,101,99,100", "2024-01-03,0,102,99,101", "2024-01-04,100,102,99,101");
        ToolResult result = Tool.Run(_folder, "data", "check", "--path", "a.csv", "--calendar", "XNYS");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("bad_price            1  a.csv:3", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing_session      1  a 1d 2024-01-04  no bar of 2024-01-03, a trading day of XNYS", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_files_data_is_checked()
    {
        Write("a.csv", "2024-01-02,100,101,99,100", "2024-01-03,100,101,102,100");
        File.WriteAllText(Path.Combine(_folder, "run.yaml"), """
            data: {path: a.csv}
            portfolios:
              - {name: main, capital: 1, risk: {type: standard}, strategies: [{type: sma-cross}]}
            """);
        ToolResult result = Tool.Run(_folder, "data", "check", "run.yaml", "--json");
        Assert.Equal(1, result.ExitCode);
        JsonNode report = JsonNode.Parse(result.Output)!;
        Assert.Equal("bad_bar", (string?)report["findings"]![0]!["code"]);
        Assert.Equal(3, (int?)report["findings"]![0]!["line"]);
        Assert.Equal(1, (int?)report["series"]![0]!["bars"]);
    }

    [Theory]
    [InlineData("missing_file", "--path", "none.csv")]
    [InlineData("unknown_calendar", "--path", "a.csv", "--calendar", "NYSE")]
    [InlineData("invalid_value", "--path", "a.csv", "--timeframe", "1y")]
    [InlineData("command_line")]
    [InlineData("command_line", "run.yaml", "--path", "a.csv")]
    public void What_cannot_be_read_ends_with_2(string code, params string[] arguments)
    {
        Write("a.csv", "2024-01-02,100,101,99,100");
        ToolResult result = Tool.Run(_folder, ["data", "check", "--json", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(code, (string?)JsonNode.Parse(result.Output)!["error"]!["code"]);
    }

    private void Write(string name, params string[] rows) => File.WriteAllLines(Path.Combine(_folder, name), [Header, .. rows]);
}
