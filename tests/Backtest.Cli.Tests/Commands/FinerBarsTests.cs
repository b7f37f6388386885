using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary><c>execution.path: finer_bars</c> with the tool: files, a catalog, and commands that use runs.</summary>
public sealed class FinerBarsTests : IDisposable
{
    private const string Csv = """{source: csv, path: "days/{symbol}.csv", finer_path: "hours/{symbol}.csv", symbols: [AAA, BBB]}""";
    private const string Catalog = "{source: catalog, path: catalog, timeframe: 1d}";

    private readonly TemporaryFolder _folder = new();

    public FinerBarsTests()
    {
        foreach (string folder in new[] { "days", "hours" })
            Directory.CreateDirectory(_folder.Combine(folder));
        WriteBars("AAA", seed: 1);
        WriteBars("BBB", seed: 2);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_on_days_comes_to_what_the_run_on_the_hours_within_them_comes_to()
    {
        JsonNode byHours = Total(Csv.Replace("days", "hours", StringComparison.Ordinal), "path: pessimistic", strategy: "timeframe: 1d, ");
        JsonNode byFiner = Total(Csv, "path: {type: finer_bars, timeframe: 1h}");
        JsonNode byDays = Total(Csv, "path: pessimistic");

        Assert.Equal((double)byHours["finalEquity"]!, (double)byFiner["finalEquity"]!);
        Assert.NotEqual((double)byDays["finalEquity"]!, (double)byFiner["finalEquity"]!);
    }

    [Fact]
    public void A_catalog_has_the_finer_bars_beside_the_others()
    {
        Import("days", "hours");

        Assert.Equal((double)Total(Csv, "path: finer_bars")["finalEquity"]!, (double)Total(Catalog, "path: finer_bars")["finalEquity"]!);
    }

    [Fact]
    public void The_files_they_are_in_are_of_the_record_and_the_run_can_be_made_again()
    {
        Import("days", "hours");
        Assert.Equal(0, Run(Catalog, "path: finer_bars").ExitCode);
        string manifest = File.ReadAllText(Path.Combine(Assert.Single(Directory.GetDirectories(_folder.Combine("out"))), "manifest.json"));

        Assert.Equal(
            ["timeframe=1d", "timeframe=1d", "timeframe=1h", "timeframe=1h"],
            JsonNode.Parse(manifest)!["data"]!.AsArray().Select(file => ((string)file!["path"]!).Split('/')[^2]).Order());
        ToolResult again = Tool.Run(_folder.Path, "rerun", "latest", "--runs", "out");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("the same:", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_file_is_beside_all_profiles_and_comes_to_what_it_comes_to_alone()
    {
        double alone = (double)Total(Csv, "path: finer_bars")["finalEquity"]!;
        JsonNode profiles = JsonNode.Parse(Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "all", "--json").Output)!["profiles"]!;

        Assert.Equal(alone, (double)profiles["run file"]!["final_equity"]!);
        Assert.NotEqual(alone, (double)profiles["standard"]!["final_equity"]!);
    }

    [Fact]
    public void A_trial_of_a_search_comes_to_what_it_comes_to_alone()
    {
        string alone = (string)JsonNode.Parse(Run(Csv, "path: finer_bars").Output)!["manifest"]!["eventStreamHash"]!;
        File.AppendAllText(_folder.Combine("run.yaml"), """

            workflow: sweep
            search:
              parameters:
                stop: {path: portfolios.main.strategies.breakout.parameters.stop_multiple, values: [0.3, 0.4]}
              objective: {metric: total_return}
            """);
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonNode trial = Assert.Single(JsonNode.Parse(result.Output)!["best"]!.AsArray(), best => (double)best!["parameters"]!["stop"]! == 0.3)!;
        Assert.Equal(alone, (string)trial["hash"]!);
    }

    [Fact]
    public void An_audit_finds_nothing()
    {
        Run(Csv, "path: finer_bars");
        ToolResult audit = Tool.Run(_folder.Path, "audit", "run.yaml", "--cuts", "2");

        Assert.True(audit.ExitCode == 0, audit.Output + audit.Error);
    }

    [Fact]
    public void They_go_with_bars_that_chance_changes()
    {
        Run(Csv, "path: finer_bars");
        ToolResult tried = Tool.Run(_folder.Path, "montecarlo", "latest", "--runs", "out", "--methods", "bars", "noise", "--reruns", "20");

        Assert.True(tried.ExitCode == 0, tried.Output + tried.Error);
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_place_before_the_run()
    {
        Import("days");
        _folder.Write(Text(Catalog, "path: {type: finer_bars, timeframe: 1h}"));
        ToolResult missing = Tool.Run(_folder.Path, "validate", "run.yaml");

        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("run.yaml:3: execution.path: there are no bars of 1h inside those that trade: for AAA, the catalog has bars of 1d", missing.Error, StringComparison.Ordinal);
    }

    private JsonNode Total(string data, string execution, string strategy = "")
    {
        ToolResult result = Run(data, execution, strategy);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonNode.Parse(result.Output)!["metrics"]!["total"]!;
    }

    private ToolResult Run(string data, string execution, string strategy = "")
    {
        _folder.Write(Text(data, execution, strategy));
        return Tool.Run(_folder.Path, "run", "run.yaml", "--json");
    }

    private void Import(params string[] folders)
    {
        foreach (string folder in folders)
        {
            ToolResult result = Tool.Run(_folder.Path, "data", "import", "--path", $"{folder}/{{symbol}}.csv", "--symbols", "AAA,BBB", "--to", "catalog", "--quiet");
            Assert.True(result.ExitCode == 0, result.Error);
        }
    }

    private static string Text(string data, string execution, string strategy = "") => $$"""
        name: finer
        data: {{data}}
        execution: { {{execution}} }
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.3} } }
            strategies: [{type: breakout, {{strategy}}parameters: {stop_multiple: 0.3, target_multiple: 0.3, direction: both} }]
        output: {directory: out, tables: csv, report: false}
        """;

    /// <summary>A year of random hourly bars, and the days they make up.</summary>
    private void WriteBars(string symbol, int seed)
    {
        var random = new Random(seed);
        var hours = new List<string> { "time,open,high,low,close,volume" };
        var days = new List<string> { "time,open,high,low,close,volume" };
        decimal price = 100;
        for (var day = new DateTime(2020, 1, 1); day.Year == 2020; day = day.AddDays(1))
        {
            (decimal open, decimal high, decimal low, int volume) = (price, price, price, 0);
            for (int hour = 0; hour < 24; hour++)
            {
                decimal first = price;
                price = Math.Max(1, price + Moved(-30, 32));
                decimal top = Math.Max(first, price) + Moved(0, 20);
                decimal bottom = Math.Min(first, price) - Moved(0, 20);
                int traded = random.Next(100, 1000);
                hours.Add(Row($"{day.AddHours(hour):yyyy-MM-dd HH:mm}", first, top, bottom, price, traded));
                (high, low, volume) = (Math.Max(high, top), Math.Min(low, bottom), volume + traded);
            }

            days.Add(Row($"{day:yyyy-MM-dd}", open, high, low, price, volume));
        }

        File.WriteAllLines(_folder.Combine($"hours/{symbol}.csv"), hours);
        File.WriteAllLines(_folder.Combine($"days/{symbol}.csv"), days);

        decimal Moved(int least, int most) => random.Next(least, most) / 100m;
    }

    private static string Row(string time, decimal open, decimal high, decimal low, decimal close, int volume) =>
        string.Create(CultureInfo.InvariantCulture, $"{time},{open},{high},{low},{close},{volume}");
}
