using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Backtest.Tests.Samples;

namespace Backtest.Tests.Commands;

/// <summary>Commands on existing runs: why, diff, rerun, export, compare, runs.</summary>
public sealed class StoredRunCommandTests(StoredRunCommandTests.Runs runs) : IClassFixture<StoredRunCommandTests.Runs>
{
    [Fact]
    public void The_user_guide_shows_what_why_says_of_the_sample()
    {
        string guide = File.ReadAllText(Path.Combine(Path.GetDirectoryName(SampleFiles.Hierarchy)!, "..", "docs", "user-guide.md")).ReplaceLineEndings("\n");
        string shown = guide[guide.IndexOf("fill conservative/17: ", StringComparison.Ordinal)..];
        string said = runs.Do("why", runs.First, "conservative/17").Output.ReplaceLineEndings("\n");

        // An ellipsis marks what the guide leaves out.
        Assert.All(
            shown[..shown.IndexOf("```", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches($"(?m)^{string.Join(".*", line.Split('…').Select(Regex.Escape))}$", said));
    }

    [Fact]
    public void Why_follows_a_fill_from_its_bar_to_the_money_it_moved()
    {
        IReadOnlyDictionary<string, string> fill = Table.Read(Path.Combine(runs.First, "fills.csv")).First(row => row["portfolio"] == "conservative");

        ToolResult result = runs.Do("why", runs.First, $"conservative/{fill["id"]}", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonArray steps = result.Json["steps"]!.AsArray();
        Assert.Equal(
            ["bar", "regime", "indicators", "signal", "order", "bar", "fill", "position", "money"],
            steps.Select(step => (string)step!["kind"]!).Where(kind => kind != "trade"));
        Assert.Equal(fill["price"], Fact(steps, "fill", "price").ToString());
        Assert.Equal("hmm", (string)Fact(steps, "regime", "classifier")!);
        // A purchase at the open of its bar was paid from the cash before it.
        decimal paid = (decimal)Fact(steps, "money", "cash_before")! - (decimal)Fact(steps, "money", "cash_after")!;
        Assert.Equal((decimal.Parse(fill["quantity"], CultureInfo.InvariantCulture) * decimal.Parse(fill["price"], CultureInfo.InvariantCulture)) + decimal.Parse(fill["commission"], CultureInfo.InvariantCulture), paid);
        Assert.True((int)Fact(steps, "indicators", "ready_from_bar")! <= (int)Fact(steps, "indicators", "bar_number")!);
    }

    [Fact]
    public void Why_says_it_in_lines_a_narrow_screen_can_hold()
    {
        ToolResult result = runs.Do("why", runs.First, "trade:conservative/1");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith("trade conservative/1: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("protects order", runs.Do("why", runs.First, ProtectiveOrder()).Output);
    }

    [Fact]
    public void Why_not_says_which_signal_was_stopped_by_what()
    {
        IReadOnlyDictionary<string, string> vetoed = Table.Read(Path.Combine(runs.First, "signals.csv")).First(row => row["outcome"] == "vetoed");

        ToolResult result = runs.Do("why", runs.First, "--symbol", "SPX", "--at", vetoed["bar"][..10]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains($"vetoed by {vetoed["risk_limit"]}", result.Output);
        Assert.Contains("it was called and gave no signal", result.Output); // the other strategies
    }

    [Fact]
    public void Why_without_the_data_says_so_and_explains_the_rest()
    {
        ToolResult result = runs.Do("why", runs.First, "conservative/1", "--directory", Path.GetTempPath());

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("no bars: ", result.Error);
        Assert.Contains("signal", result.Output);
    }

    [Theory]
    [InlineData("17x", "is not an item of a run")]
    [InlineData("order:nobody/1", "the run has no order:nobody/1")]
    [InlineData("1", "portfolios have a fill:1")]
    [InlineData("fill:conservative/99999", "Ids go from 1 to ")]
    public void What_why_cannot_find_is_an_error_with_what_there_is(string item, string message)
    {
        ToolResult result = runs.Do("why", runs.First, item);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error);
    }

    [Fact]
    public void Diff_of_a_run_with_itself_finds_every_event_the_same()
    {
        ToolResult result = runs.Do("diff", runs.First, runs.First);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("all events are equal: ", result.Output);
    }

    [Fact]
    public void Diff_names_the_value_that_was_changed_and_the_first_event_it_moved()
    {
        ToolResult result = runs.Do("diff", runs.First, runs.Second, "--json");

        Assert.Equal(1, result.ExitCode);
        JsonNode changed = Assert.Single(result.Json["configuration"]!.AsArray())!;
        Assert.Equal(
            ("classifiers.hmm.portfolios.conservative.capital", "300000", "310000"),
            ((string)changed["name"]!, (string)changed["first"]!, (string)changed["second"]!));
        JsonNode parting = result.Json["parting"]!;
        Assert.Equal("conservative", (string)parting["container"]!);
        Assert.Equal("order_events", (string)parting["first"]!["table"]!);
        Assert.Equal(["quantity"], parting["fields"]!.AsArray().Select(field => (string)field!["name"]!));
        Assert.Equal(3, parting["before"]!.AsArray().Count);
    }

    [Fact]
    public void Rerun_in_an_empty_folder_comes_out_the_same()
    {
        using TemporaryFolder empty = new();
        ToolResult result = Tool.Run(empty.Path, "rerun", runs.First);
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        Assert.Contains("the same: ", result.Output);
        Assert.False(Directory.Exists(empty.Combine("runs")));
    }

    [Fact]
    public void Rerun_says_which_file_is_another_now()
    {
        using TemporaryFolder folder = new();
        string data = folder.Combine("prices.csv");
        string[] lines = [.. Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2020, 1, 1).AddDays(i):yyyy-MM-dd},{Price(i)},{Price(i) + 1},{Price(i) - 1},{Price(i)},10"))];
        File.WriteAllLines(data, ["date,open,high,low,close,volume", .. lines]);
        folder.Write(RunFiles.Small.Replace("{source: synthetic, symbols: [AAA], bars: 600}", "{source: csv, path: prices.csv, symbols: [AAA]}", StringComparison.Ordinal));
        Assert.Equal(0, Tool.Run(folder.Path, "run", "run.yaml").ExitCode);
        Assert.Equal(0, Tool.Run(folder.Path, "rerun", "latest", "--runs", "out").ExitCode);

        File.WriteAllLines(data, ["date,open,high,low,close,volume", .. lines.SkipLast(100)]);
        ToolResult result = Tool.Run(folder.Path, "rerun", "latest", "--runs", "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("different: ", result.Output);
        Assert.Contains("prices.csv: ", result.Output);
        Assert.Contains("300 rows then, ", result.Output);

        static int Price(int day) => 100 + (int)(20 * Math.Sin(day / 9.0));
    }

    [Fact]
    public void Export_writes_what_the_table_holds_in_each_form()
    {
        string parquet = Path.Combine(runs.Folder, "trades.parquet");
        Assert.Equal(0, runs.Do("export", runs.First, "trades", "--format", "parquet", "--output", parquet).ExitCode);
        Assert.True(File.Exists(parquet));
        ToolResult csv = runs.Do("export", runs.First, "trades");
        ToolResult json = runs.Do("export", runs.First, "trades", "--format", "json");

        Assert.Equal(File.ReadAllText(Path.Combine(runs.First, "trades.csv")), csv.Output);
        JsonArray rows = JsonNode.Parse(json.Output)!.AsArray();
        Assert.Equal(Table.Read(Path.Combine(runs.First, "trades.csv")).Select(row => row["profit"]), rows.Select(row => row!["profit"]!.ToJsonString()));
        Assert.Contains("It has the tables actions, equity, fills", runs.Do("export", runs.First, "trade").Error);
    }

    [Fact]
    public void Compare_lays_figures_beside_each_other()
    {
        ToolResult result = runs.Do("compare", runs.First, runs.Second, "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal([Path.GetFileName(runs.First), Path.GetFileName(runs.Second)], result.Json.Select(run => run.Key));
        Assert.Contains("It has conservative, aggressive, balanced", runs.Do("compare", runs.First, runs.Second, "--portfolio", "none").Error);
    }

    [Fact]
    public void Diff_and_compare_write_a_page_that_names_both_runs()
    {
        string page = Path.Combine(runs.Folder, "both.html");
        Assert.Equal(1, runs.Do("diff", runs.First, runs.Second, "--html", page).ExitCode);
        Assert.Contains("<!doctype html>", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, runs.Do("compare", runs.First, runs.Second, "--html", page).ExitCode);
        ToolResult nowhere = runs.Do("compare", runs.First, runs.Second, "--html", Path.Combine(runs.Folder, "no", "such.html"));
        Assert.Equal(2, nowhere.ExitCode);
        Assert.Contains("cannot be written", nowhere.Error);
    }

    [Fact]
    public void Report_is_written_again_with_the_figures_it_had()
    {
        string figures = Path.Combine(runs.First, "report.json");
        string before = File.ReadAllText(figures);
        File.Delete(figures);
        ToolResult result = runs.Do("report", runs.First);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("report.html", result.Output);
        Assert.Equal(before, File.ReadAllText(figures));
        ToolResult without = runs.Do("report", runs.First, "--directory", Path.GetTempPath());
        Assert.Equal(0, without.ExitCode);
        Assert.Contains("no candles: ", without.Error);
        Assert.Equal(0, runs.Do("report", runs.First).ExitCode);
    }

    [Fact]
    public void Runs_are_listed_the_newest_first_and_pruned_from_the_oldest()
    {
        using TemporaryFolder folder = new();
        string[] names = ["20260101-000000-a-11111111", "20260102-000000-b-22222222", "20260103-000000-c-33333333"];
        foreach (string name in names)
            Copy(runs.First, folder.Combine(name));

        ToolResult list = Tool.Run(folder.Path, "runs", "list", "--runs", ".", "--json");
        Assert.Equal(names.Reverse(), JsonNode.Parse(list.Output)!.AsArray().Select(run => (string)run!["id"]!));
        Assert.Contains("would delete", Tool.Run(folder.Path, "runs", "prune", "--keep", "2", "--dry-run", "--runs", ".").Output);
        Assert.Equal(0, Tool.Run(folder.Path, "runs", "prune", "--keep", "2", "--runs", ".").ExitCode);
        Assert.Equal(names.Skip(1), Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Where(name => name!.StartsWith("2026", StringComparison.Ordinal)).Order());
        ToolResult remove = Tool.Run(folder.Path, "runs", "remove", "20260102", "nothing", "--runs", ".");
        Assert.Equal(2, remove.ExitCode);
        Assert.True(Directory.Exists(folder.Combine(names[1]))); // one was not found, so none is deleted
        Assert.Equal(0, Tool.Run(folder.Path, "runs", "remove", "20260102", "--runs", ".").ExitCode);
        Assert.False(Directory.Exists(folder.Combine(names[1])));
        Assert.Contains("sharpe", Tool.Run(folder.Path, "runs", "show", "latest", "--runs", ".").Output);
    }

    private string ProtectiveOrder()
    {
        IReadOnlyDictionary<string, string> order = Table.Read(Path.Combine(runs.First, "orders.csv")).First(row => row["parent"].Length > 0);
        return $"order:{order["portfolio"]}/{order["id"]}";
    }

    private static JsonNode Fact(JsonArray steps, string kind, string name) => steps.First(step => (string)step!["kind"]! == kind)!["facts"]![name]!;

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>The sample up to 2006, and the same run with other capital.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Runs()
        {
            First = Run("first");
            Second = Run("second", "--set", "classifiers.hmm.portfolios.conservative.capital=310000");
        }

        public string Folder => _folder.Path;

        public string First { get; }

        public string Second { get; }

        internal ToolResult Do(params string[] arguments) => Tool.Run(_folder.Path, arguments);

        public void Dispose() => _folder.Dispose();

        private string Run(string output, params string[] sets)
        {
            ToolResult result = Tool.Run(
                _folder.Path, ["run", SampleFiles.Hierarchy, "--json", "--output", output, "--set", "output.tables=csv", "--set", "data.end=2006-12-31", .. sets]);
            Assert.True(result.ExitCode == 0, result.Error);
            return Path.GetFullPath(Path.Combine(_folder.Path, (string)result.Json["run"]!));
        }
    }
}
