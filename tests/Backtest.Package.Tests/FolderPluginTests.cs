using System.Text.Json.Nodes;

namespace Backtest.Tests;

/// <summary>Plugins that the program does not reference, loaded from folders as the tool does.</summary>
public sealed class FolderPluginTests : IDisposable
{
    private const string Text = """
        name: steady
        data: {source: ramp, symbols: [UP], parameters: {days: 300}}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5}}}
            strategies: [{type: Backtest.Fixtures.Steady/steady}]
        """;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "folder");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_strategy_and_a_source_of_bars_are_found_in_a_folder_and_named_in_the_record()
    {
        using BacktestRun run = BacktestRun.Parse(Text).UsePluginsIn(Folder).SaveTo(_folder.Path);

        RunResult result = run.Execute(cancellation: Token);

        Assert.Equal((300, 1), (result.BarsProcessed, result.Fills.Length));
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(result.Folder!, "manifest.json")))!;
        JsonNode[] plugins = [.. manifest["plugins"]!.AsArray().Where(plugin => (string?)plugin!["package"] == "Backtest.Fixtures.Steady").OfType<JsonNode>()];
        Assert.Equal(["ramp", "steady"], plugins.Select(plugin => (string?)plugin["id"]).Order(StringComparer.Ordinal));
        Assert.All(plugins, plugin => Assert.Equal(64, ((string?)plugin["sha256"])?.Length));
    }

    [Fact]
    public void Objects_name_folders_as_well()
    {
        using BacktestRun file = BacktestRun.Parse(Text).UsePluginsIn(Folder);
        using BacktestRun objects = BacktestRun.Of(file.Config with { File = null, PluginFolders = [Folder] });

        Assert.Equal(file.Execute(cancellation: Token).EventStreamHash, objects.Execute(cancellation: Token).EventStreamHash);
    }

    [Fact]
    public async Task Runs_made_of_one_another_share_plugins_and_may_be_made_at_once()
    {
        using BacktestRun run = BacktestRun.Parse(Text).UsePluginsIn(Folder);

        RunResult[] results = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            number => Task.Run(() => run.With("portfolios.main.capital", 10_000 * (1 + (number % 2))).ExecuteAsync(cancellation: Token), Token)));

        Assert.Equal(2, results.Select(result => result.EventStreamHash).Distinct().Count());
        Assert.All(results, result => Assert.Equal(result.Portfolios[0].InitialCapital == 10_000 ? results[1].EventStreamHash : results[0].EventStreamHash, result.EventStreamHash));
    }

    [Fact]
    public void Without_the_folder_they_are_unknown() =>
        Assert.Contains("steady", Assert.Throws<InputException>(() => BacktestRun.Parse(Text, "data={source: synthetic}").Execute(cancellation: Token)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_is_not_there_is_told() => Assert.Equal(
        "plugin_folder_missing",
        Assert.Throws<InputException>(() => BacktestRun.Parse(Text).UsePluginsIn(_folder.Combine("none")).Execute(cancellation: Token)).Errors[0].Code);

    public void Dispose() => _folder.Dispose();
}
