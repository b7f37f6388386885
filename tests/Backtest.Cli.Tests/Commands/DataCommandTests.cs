using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_of_a_run_file_takes_its_data_to_the_catalog_and_a_run_reads_it_there()
    {
        _folder.Write(RunFiles.Small);
        ToolResult import = Tool.Run(_folder.Path, "data", "import", "run.yaml", "--to", "bars");
        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Matches(@"AAA\s+1d\s+600\s+2000-01-03\s+2001-08-24.*added", import.Output);
        Assert.Contains("importing AAA 1d (1 of 1)", import.Error);

        string[] run = ["run", "run.yaml", "--json", "--quiet"];
        ToolResult made = Tool.Run(_folder.Path, run);
        _folder.Write(RunFiles.Small.Replace("source: synthetic, symbols: [AAA], bars: 600", "source: catalog, path: bars", StringComparison.Ordinal));
        ToolResult read = Tool.Run(_folder.Path, run);
        Assert.True(read.ExitCode == 0, read.Error);
        Assert.Equal(Hash(made), Hash(read));
        Assert.EndsWith("all.parquet", (string)read.Json["manifest"]!["data"]![0]!["path"]!);
    }

    [Fact]
    public void Import_by_options_says_what_it_did_as_one_document()
    {
        _folder.Write("date,open,high,low,close\n2020-01-02,1,1,1,1\n", "A.csv");
        _folder.Write("date,open,high,low,close\n2020-01-02,1,1,1,1\n", "B.csv");
        string[] command = ["data", "import", "--path", "{symbol}.csv", "--symbols", "A,B", "--timezone", "Europe/Berlin", "--to", "bars", "--json"];
        Assert.Equal(["A added", "B added"], Outcomes(Tool.Run(_folder.Path, command)));
        Assert.Equal(["A unchanged", "B unchanged"], Outcomes(Tool.Run(_folder.Path, command)));
        Assert.Equal(["A renewed", "B renewed"], Outcomes(Tool.Run(_folder.Path, [.. command, "--set", "data.bad_rows=skip"])));
    }

    [Fact]
    public void Quiet_import_prints_nothing()
    {
        ToolResult result = Tool.Run(_folder.Path, "data", "import", "--source", "synthetic", "--to", "bars", "--quiet");
        Assert.Equal(new ToolResult(0, "", ""), result);
    }

    [Theory]
    [InlineData("expected a run file or --path.")]
    [InlineData("--path cannot be combined with a run file, which defines its own data. Remove one of them, or use --set to change the run file's values.", "run.yaml", "--path", "x.csv")]
    [InlineData("--timeframe 1x: data.timeframe: found '1x', expected a count with its unit: s, m, h, d, w, mo or q.", "--path", "x.csv", "--timeframe", "1x")]
    [InlineData("--path x.csv: data.path: there is no file or folder x.csv.", "--path", "x.csv")]
    public void Wrong_input_is_told(string message, params string[] words)
    {
        ToolResult result = Tool.Run(_folder.Path, ["data", "import", "--to", "bars", .. words]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_daily_bar_is_shown_by_its_trading_day_and_a_shorter_one_by_its_time()
    {
        _folder.Write("date,open,high,low,close\n2020-01-02,1,1,1,1\n2020-07-01,1,1,1,1\n", "A.csv");
        string[] berlin = ["--path", "A.csv", "--timeframe", "1d", "--timezone", "Europe/Berlin"];
        ToolResult import = Tool.Run(_folder.Path, ["data", "import", .. berlin, "--to", "bars"]);
        const string Row = @"A\s+1d\s+2\s+2020-01-02\s+2020-07-01\s";
        Assert.Matches(Row, import.Output);
        Assert.Matches(Row, Tool.Run(_folder.Path, "data", "info", "bars").Output);
        Assert.Matches(Row, Tool.Run(_folder.Path, ["data", "info", .. berlin]).Output);
        Assert.Equal("2020-01-01T23:00:00Z", (string?)Tool.Run(_folder.Path, "data", "info", "bars", "--json").Json["series"]![0]!["first"]);

        _folder.Write("date,open,high,low,close\n2020-01-02 00:00,1,1,1,1\n2020-01-02 01:00,1,1,1,1\n", "B.csv");
        Assert.Matches(
            @"B\s+1h\s+2\s+2020-01-02 00:00:00\s+2020-01-02 01:00:00\s", Tool.Run(_folder.Path, "data", "info", "--path", "B.csv", "--timeframe", "1h").Output);
    }

    [Fact]
    public void Info_shows_what_a_catalog_has()
    {
        Tool.Run(_folder.Path, "data", "import", "--source", "synthetic", "--symbols", "A", "B", "--to", "bars");
        ToolResult table = Tool.Run(_folder.Path, "data", "info", "bars");
        Assert.Equal(0, table.ExitCode);
        Assert.Matches(@"A\s+1d\s+2,520\s+2000-01-03\s+2006-11-26\s+[0-9,]+\s+none\s+1\s+[0-9.]+ KB", table.Output);
        Assert.Contains("bars: 2 series, 5,040 bars, ", table.Output);
        JsonNode series = Tool.Run(_folder.Path, "data", "info", "bars", "--json").Json["series"]![1]!;
        Assert.Equal(("B", "1d", 2520), ((string)series["symbol"]!, (string)series["timeframe"]!, (int)series["bars"]!));
    }

    [Fact]
    public void Info_reads_what_any_other_source_has()
    {
        _folder.Write("date,open,high,low,close,volume\n2020-01-02,1,1,1,1,5\n2020-01-03,1,1,1,x,6\n2020-01-04,1,1,1,1,7\n", "A.csv");
        ToolResult table = Tool.Run(_folder.Path, "data", "info", "--path", "A.csv", "--set", "data.bad_rows=skip");
        Assert.True(table.ExitCode == 0, table.Error);
        Assert.Matches(@"A\s+1d\s+2\s+2020-01-02\s+2020-01-04\s+12\s+none", table.Output);
        Assert.Contains("1 rows are invalid and were skipped", table.Output);
    }

    [Fact]
    public void Info_goes_by_what_is_set_and_has_it_in_the_block_for_a_run_file()
    {
        _folder.Write("Day,Opening,Day High,Day Low,Last Price\n2020-01-02,1,2,1,2\n2020-01-03,2,3,2,3\n2020-01-06,3,4,3,4\n", "A.csv");
        ToolResult unknown = Tool.Run(_folder.Path, "data", "info", "A.csv", "--set", "data.columns.time=Day");
        Assert.Equal(2, unknown.ExitCode);
        string columns = "{open: Opening, high: Day High, low: Day Low}";
        Assert.Contains($"data.columns: {columns}", unknown.Error);

        ToolResult info = Tool.Run(
            _folder.Path, "data", "info", "A.csv", "--set", "data.columns={time: Day, open: Opening, high: Day High, low: Day Low}", "--set", "data.timezone=Europe/Berlin");

        Assert.True(info.ExitCode == 0, info.Error);
        string block = info.Output[info.Output.IndexOf("data:", StringComparison.Ordinal)..];
        Assert.Contains("  timezone: Europe/Berlin\n", block);
        _folder.Write(
            $"name: own\n{block}portfolios:\n  - name: main\n    capital: 1000\n    risk: {{type: standard, parameters: {{sizer: {{type: fixed_quantity, value: 1}}}}}}\n"
            + "    strategies: [{type: buy-and-hold}]\n",
            "own.yaml");
        Assert.Equal(3, (int)Tool.Run(_folder.Path, "run", "own.yaml", "--json").Json["manifest"]!["barsProcessed"]!);
    }

    [Fact]
    public void Info_of_a_catalog_refuses_what_it_would_pass_over()
    {
        Tool.Run(_folder.Path, "data", "import", "--source", "synthetic", "--symbols", "A", "--to", "bars");

        ToolResult result = Tool.Run(_folder.Path, "data", "info", "bars", "--set", "data.start=2001-01-01");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--set data.start=2001-01-01 has no effect", result.Error);
    }

    [Fact]
    public void A_disk_that_is_full_is_told_and_leaves_what_was_there()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("needs a shell that limits the size of files");
        string[] first = ["data", "import", "--source", "synthetic", "--symbols", "A", "--to", "bars"];
        Assert.Equal(0, Tool.Run(_folder.Path, first).ExitCode);
        string[] more = ["data", "import", "--source", "synthetic", "--symbols", "A,B", "--timeframe", "1m", "--set", "data.bars=500000", "--to", "bars"];
        ToolResult full = WithLargestFile(kilobytes: 4096, more);
        Assert.Equal(2, full.ExitCode);
        Assert.Contains("symbol=A/timeframe=1m/2000.parquet: the catalog cannot be written: ", full.Error);
        ToolResult info = Tool.Run(_folder.Path, "data", "info", "bars");
        Assert.Contains("bars: 1 series, 2,520 bars, ", info.Output);
        Assert.Equal(["_catalog.json", ".lock", "symbol=A"], Directory.EnumerateFileSystemEntries(_folder.Combine("bars")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_import_that_is_interrupted_says_so_and_keeps_the_series_that_are_whole()
    {
        _folder.Write(RunFiles.Small.Replace("source: synthetic, symbols: [AAA], bars: 600", "source: waiting-source", StringComparison.Ordinal));
        using RunningTool tool = new(_folder.Path, "data", "import", "run.yaml", "--plugins", Tool.Fixtures, "--to", "bars");
        await tool.SaysAsync("importing B 1d (2 of 2)");

        ToolResult result = await tool.InterruptAsync();

        Assert.Equal((130, "interrupted\n"), (result.ExitCode, result.Error));
        Assert.Contains("bars: 1 series, 10 bars, ", Tool.Run(_folder.Path, "data", "info", "bars").Output);
    }

    private static string Hash(ToolResult run) => (string)run.Json["manifest"]!["eventStreamHash"]!;

    private static string[] Outcomes(ToolResult import)
    {
        Assert.True(import.ExitCode == 0, import.Error);
        return [.. import.Json["series"]!.AsArray().Select(series => $"{series!["symbol"]} {series["outcome"]}")];
    }

    /// <summary>Runs the tool where a write that would grow a file beyond a limit fails, as on a full disk.</summary>
    private ToolResult WithLargestFile(int kilobytes, string[] arguments)
    {
        string script = $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"";
        using var process = Process.Start(new ProcessStartInfo(
            "bash", ["-c", script, "bash", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Tool.Assembly, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" }, // otherwise, the runtime itself needs a large file
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.Result, error);
    }
}
