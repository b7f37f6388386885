using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary><c>backtest montecarlo</c> as a user runs it.</summary>
public sealed class MonteCarloCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_is_tried_by_its_folder_and_its_page_shows_it()
    {
        Write("output: {tables: csv}");
        Assert.Equal(0, Tool.Run(_folder.Path, "run", "run.yaml", "--quiet").ExitCode);

        ToolResult result = Tool.Run(_folder.Path, "montecarlo", "latest", "--methods", "trade_order", "noise", "--repetitions", "50", "--reruns", "20");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("trade_order × 50", result.Output, StringComparison.Ordinal);
        Assert.Contains("noise × 20", result.Output, StringComparison.Ordinal);
        Assert.Contains("It says nothing about the return", result.Output, StringComparison.Ordinal);
        string run = Assert.Single(Directory.GetDirectories(_folder.Combine("runs")));
        Assert.Contains("What could have happened", File.ReadAllText(Path.Combine(run, "report.json")), StringComparison.Ordinal);
        Assert.Equal("method,figure,step,day,run,p5,p25,p50,p75,p95", File.ReadLines(Path.Combine(run, "monte_carlo.csv")).First());
        Assert.False(File.Exists(_folder.Combine(".backtest", "ledger.db")));
    }

    [Fact]
    public void A_run_file_may_ask_for_it_and_one_document_has_both()
    {
        Write("monte_carlo: {methods: [returns], repetitions: 50}");

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonNode method = Assert.Single(JsonNode.Parse(result.Output)!["monteCarlo"]!["methods"]!.AsArray())!;
        Assert.Equal(("returns", 50), ((string)method["method"]!, (int)method["repetitions"]!));
        Assert.Null(method["fan"]);
    }

    [Fact]
    public void What_cannot_be_had_is_an_error_of_the_command_and_a_warning_of_a_run()
    {
        Write("monte_carlo: {methods: [trades]}", bars: 60);

        ToolResult run = Tool.Run(_folder.Path, "run", "run.yaml", "--quiet");
        ToolResult asked = Tool.Run(_folder.Path, "montecarlo", "latest");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("'trades' needs at least 10", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, asked.ExitCode);
        Assert.Contains("'trades' needs at least 10", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_search_the_best_run_is_tried_as_it_ends()
    {
        const string Search = """
            workflow: sweep
            monte_carlo: {methods: [returns], repetitions: 50}
            search:
              parameters: {fast: {path: portfolios.main.strategies.sma-cross.parameters.fast, values: [3, 5]}}
              best: 1
            """;
        Write(Search);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("returns", (string)JsonNode.Parse(result.Output)!["monteCarlo"]!["methods"]![0]!["method"]!);
        string experiment = Assert.Single(Directory.GetDirectories(_folder.Combine("experiments")));
        Assert.True(File.Exists(Path.Combine(experiment, "best", "1", "monte_carlo.json")));
        Write(Search.Replace("best: 1", "best: 0", StringComparison.Ordinal));
        Assert.Contains("search.best: 0 keeps none", Tool.Run(_folder.Path, "run", "run.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ablation_says_what_each_part_adds_and_that_effects_do_not_sum()
    {
        Write("");

        ToolResult text = Tool.Run(_folder.Path, "ablate", "run.yaml");
        ToolResult json = Tool.Run(_folder.Path, "ablate", "run.yaml", "--json");

        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains("strategy main.sma-cross", text.Output, StringComparison.Ordinal);
        Assert.Contains("do not add up to the whole", text.Output, StringComparison.Ordinal);
        JsonNode part = Assert.Single(JsonNode.Parse(json.Output)!["parts"]!.AsArray())!;
        Assert.Equal(("strategy", 0.0), ((string)part["kind"]!, (double)part["without"]!["totalReturn"]!)); // all of the capital is idle
        Assert.False(Directory.Exists(_folder.Combine("runs")));
        string folder = _folder.Combine("experiments", "ablation-tried");
        Assert.Contains($"ablation: {folder}", text.Output, StringComparison.Ordinal);
        Assert.Equal(json.Output.Trim(), File.ReadAllText(Path.Combine(folder, "ablation.json")).Trim());
        File.Delete(Path.Combine(folder, "report.html"));
        Assert.Equal(0, Tool.Run(_folder.Path, "report", folder).ExitCode);
        Assert.Contains("What each part adds", File.ReadAllText(Path.Combine(folder, "report.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "report.html")));
    }

    [Theory]
    [InlineData("--repetitions must be at least 20", "--repetitions", "0")]
    [InlineData("'shuffle'", "--methods", "shuffle")]
    public void Wrong_options_are_told(string error, params string[] options)
    {
        ToolResult result = Tool.Run(_folder.Path, ["montecarlo", "latest", .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void Write(string more, int bars = 300) => File.WriteAllText(_folder.Combine("run.yaml"), $$"""
        name: tried
        data: {source: synthetic, symbols: [ACME], bars: {{bars}}, timeframe: 1d, volatility: 0.02}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.9} } }
            strategies: [{type: sma-cross, parameters: {fast: 3, slow: 8} }]
        {{more}}
        """);
}
