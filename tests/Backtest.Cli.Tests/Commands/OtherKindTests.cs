using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary>A plugin of a kind without a contract in the tool is shown as such, and not taken for another kind.</summary>
public sealed class OtherKindTests : IDisposable
{
    private const string Kind = "price-alarm";

    private readonly TemporaryFolder _folder = new();

    public OtherKindTests() => new PluginBuilder(_folder.Combine("plugins.d")).Package("Acme.Spike", $"""
        {PluginBuilder.Listing("spike", kind: Kind)}
        {PluginBuilder.Factory("\"spike\"", kind: Kind)}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_listed_with_its_kind() =>
        Assert.Matches("price-alarm +spike +Tries spike", Tool.Run(_folder.Path, "plugins", "list", "--plugins", _folder.Combine("plugins.d")).Output);

    [Fact]
    public void It_is_shown_with_its_kind_and_description()
    {
        ToolResult result = Tool.Run(_folder.Path, "plugins", "info", "spike", "--plugins", _folder.Combine("plugins.d"));
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("price-alarm spike: Tries spike.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_sees_its_kind()
    {
        ToolResult result = Tool.Run(_folder.Path, "plugins", "info", "spike", "--json", "--plugins", _folder.Combine("plugins.d"));
        Assert.Equal(Kind, (string)JsonNode.Parse(result.Output)!["plugins"]![0]!["kind"]!);
    }

    [Theory]
    [InlineData("portfolios: [{name: main, capital: 1000, risk: {type: spike}, strategies: [{type: momentum}]}]", "there is no risk manager 'spike'")]
    [InlineData("portfolios: [{name: main, capital: 1000, risk: {type: standard}, strategies: [{type: spike}]}]", "there is no strategy 'spike'")]
    public void It_is_none_of_the_kinds_a_run_names(string portfolios, string message)
    {
        _folder.Write($"name: other\ndata: {{source: synthetic, symbols: [AAA], bars: 5}}\n{portfolios}\n");
        ToolResult result = Tool.Run(_folder.Path, "validate", "run.yaml", "--plugins", _folder.Combine("plugins.d"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
