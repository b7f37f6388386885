using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary><c>backtest audit</c> as a user runs it.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private const string Leaks = "Backtest.Fixtures.Leaks";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_clean_run_ends_with_0_is_recorded_and_counts_no_trial()
    {
        Write("{type: sma-cross, parameters: {fast: 3, slow: 8}}");
        ToolResult result = Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "3");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("audited: no findings", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not judged", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Combine(".backtest", "audits"), "*.json"));
        Assert.False(File.Exists(_folder.Combine(".backtest", "ledger.db")));
        Assert.False(Directory.Exists(_folder.Combine("runs")));
    }

    [Fact]
    public void Its_record_is_named_by_the_specification_a_manifest_has()
    {
        Write("{type: buy-and-hold}");
        Assert.Equal(0, Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "1").ExitCode);
        JsonNode run = JsonNode.Parse(Tool.Run(_folder.Path, "run", "run.yaml", "--json").Output)!;
        string record = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(_folder.Combine(".backtest", "audits"))));
        Assert.Equal(run["manifest"]!["spec"]!.GetValue<string>(), record);
    }

    [Fact]
    public void A_leak_ends_with_1_and_is_named()
    {
        _folder.Drop(Leaks);
        Write("{type: peeking}");
        ToolResult result = Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "3");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("look-ahead: strategy peeking in main uses future data.", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void As_json_it_is_one_document()
    {
        _folder.Drop(Leaks);
        Write("{type: peeking}");
        ToolResult result = Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "2", "--json");
        JsonNode document = JsonNode.Parse(result.Output)!;
        Assert.Equal(1, result.ExitCode);
        Assert.False(document["clean"]!.GetValue<bool>());
        JsonNode finding = document["findings"]![0]!;
        Assert.Equal(
            ("look_ahead", "main", "strategy", "peeking"),
            (Text(finding, "kind"), Text(finding, "container"), Text(finding, "pluginKind"), Text(finding, "plugin")));
        Assert.Equal(2, document["cuts"]!.AsArray().Count);
    }

    [Fact]
    public void What_goes_by_the_hash_of_a_text_shows_in_another_process()
    {
        _folder.Drop(Leaks);
        Write("{type: unstable, parameters: {whim: text_hash}}");
        ToolResult result = Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "1");
        Assert.Equal(1, result.ExitCode);
        string words = string.Join(' ', result.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("repeated in another process", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_input_ends_with_2()
    {
        Write("{type: no-such-strategy}");
        ToolResult result = Tool.Run(_folder.Path, "audit", "run.yaml");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no-such-strategy", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "0").ExitCode);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();

    private void Write(string strategies) => File.WriteAllText(_folder.Combine("run.yaml"), $$"""
        name: audited
        data: {source: synthetic, symbols: [ACME], bars: 260, volatility: 0.02}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10} } }
            strategies: [{{strategies}}]
        """);
}
