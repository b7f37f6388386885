using System.Globalization;

namespace Backtest.Tests.Samples;

/// <summary>The sample container plugin, run by the tool like any other plugin.</summary>
public sealed class NettingTests : IDisposable
{
    private const string Fixed = "portfolios.main.risk.parameters.sizer={type: fixed_quantity, value: 10}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_trades_both_strategies_as_one()
    {
        ToolResult result = Run();

        IReadOnlyDictionary<string, string>[] signals = Rows(result, "signals");
        Assert.All(signals, row => Assert.Equal("net", row["strategy"]));
        Assert.Contains(signals, row => row["strength"] == "0.5");
        Assert.True(Rows(result, "trades").Length >= 10);
    }

    [Fact]
    public void The_position_never_exceeds_that_of_one_strategy()
    {
        ToolResult result = Run(Fixed, Members("{type: momentum}", "{type: sma-cross}"));

        decimal held = 0;
        Assert.All(Rows(result, "fills"), row =>
        {
            held += (row["side"] == "buy" ? 1 : -1) * decimal.Parse(row["quantity"], CultureInfo.InvariantCulture);
            Assert.InRange(held, -10, 10);
        });
    }

    [Fact]
    public void Votes_that_oppose_each_other_lead_to_no_order() =>
        Assert.Empty(Rows(Run(Members("{type: steady, name: bull, parameters: {side: long}}", "{type: steady, name: bear, parameters: {side: short}}")), "orders"));

    [Fact]
    public void Votes_that_agree_lead_to_the_position_of_one_strategy()
    {
        ToolResult result = Run(Fixed, Members("{type: steady, name: one, parameters: {side: short}}", "{type: steady, name: two, parameters: {side: short}}"));

        IReadOnlyDictionary<string, string> fill = Assert.Single(Rows(result, "fills"));
        Assert.Equal(("net", "sell", 10m), (fill["strategy"], fill["side"], decimal.Parse(fill["quantity"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void One_vote_is_too_few_where_two_are_needed() => Assert.Empty(Rows(
        Run("portfolios.main.strategies.net.parameters.needed=2", Members("{type: steady, parameters: {side: long}}", "{type: throwing, parameters: {at: 1000000}}")),
        "orders"));

    [Fact]
    public void Containers_hold_containers()
    {
        ToolResult result = Run(Fixed, Members(
            "{type: steady, name: bull, parameters: {side: long}}",
            "{name: inner, type: netting, strategies: [{type: steady, name: a, parameters: {side: long}}, {type: throwing, parameters: {at: 1000000}}]}"));

        Assert.Equal("buy", Assert.Single(Rows(result, "fills"))["side"]);
    }

    [Fact]
    public void A_run_repeats_itself() =>
        Assert.Equal((string)Run().Json["manifest"]!["eventStreamHash"]!, (string)Run().Json["manifest"]!["eventStreamHash"]!);

    [Fact]
    public void Manifest_names_the_plugins_inside_and_out()
    {
        string[] ids = [.. Run().Json["manifest"]!["plugins"]!.AsArray().Select(plugin => (string)plugin!["id"]!)];

        Assert.Equal(["momentum", "netting", "sma-cross", "standard"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_names_the_container_and_the_strategy_in_it()
    {
        ToolResult result = Tool.Run(
            _folder.Path, Arguments(Members("{type: steady, parameters: {side: long}}", "{type: throwing, parameters: {at: 50}}")));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("net/throwing", (string)result.Json["manifest"]!["faults"]![0]!["plugin"]!);
    }

    [Fact]
    public void Graph_shows_the_strategies_in_the_container_and_the_flow_between_them()
    {
        ToolResult result = Tool.Run(_folder.Path, "graph", SampleFiles.Netting);

        Assert.Contains("│   └── NettingContainer \"net\"  netting\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("│       ├── Strategy \"momentum\"  momentum\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\ncontainer netting\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("  Members → Votes             SignalEvent\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "|SignalEvent|")]
    [InlineData("dot", "[label=\"SignalEvent\"]")]
    public void Drawn_graph_has_the_roles_of_the_container(string format, string edge)
    {
        string output = Tool.Run(_folder.Path, "graph", SampleFiles.Netting, "--format", format).Output;

        string inside = output[output.IndexOf("container netting", StringComparison.Ordinal)..];
        Assert.Contains("\"Votes\"", inside, StringComparison.Ordinal);
        Assert.Contains(edge, inside, StringComparison.Ordinal);
        Assert.Contains("NettingContainer net", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Listing_names_its_kind()
    {
        string folder = Path.Combine(Path.GetDirectoryName(SampleFiles.Netting)!, "netting", "plugins");

        Assert.Contains("container netting: ", Tool.Run(_folder.Path, "plugins", "info", "netting", "--plugins", folder).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portfolios.main.strategies.net.strategies=null", "'netting' is a container and needs strategies")]
    [InlineData("portfolios.main.strategies.net.type=momentum", "'momentum' is a strategy and cannot hold strategies")]
    [InlineData("portfolios.main.strategies.net.type=nothing", "there is no container 'nothing'")]
    [InlineData("portfolios.main.strategies.net.parameters.needed=0", "found 0, expected a whole number of at least 1")]
    [InlineData("portfolios.main.strategies.net.strategies.momentum.parameters.lookback=0",
        "portfolios.main.strategies.net.strategies.momentum.parameters.lookback: found 0")]
    public void What_is_wrong_inside_is_told_with_its_place(string change, string message)
    {
        ToolResult result = Tool.Run(_folder.Path, "validate", SampleFiles.Netting, "--set", change);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    /// <summary>A setting with other strategies in the container.</summary>
    private static string Members(params string[] members) => $"portfolios.main.strategies.net.strategies=[{string.Join(", ", members)}]";

    private ToolResult Run(params string[] changes)
    {
        ToolResult result = Tool.Run(_folder.Path, Arguments(changes));
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }

    private static IEnumerable<string> Arguments(params string[] changes) =>
    [
        "run", SampleFiles.Netting, "--json", "--plugins", Tool.Fixtures, "--set", "output.tables=csv",
        .. changes.SelectMany(change => new[] { "--set", change }),
    ];

    private static IReadOnlyDictionary<string, string>[] Rows(ToolResult result, string table) =>
        [.. Table.Read(Path.Combine((string)result.Json["run"]!, $"{table}.csv"))];
}
