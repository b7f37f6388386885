using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class RunFolderRecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_named_by_moment_name_and_configuration()
    {
        string path = RecordedRun.Write(_folder, isCsv: false);
        Assert.Equal(Path.Combine(_folder.Path, "20260304-050607-sample-01234567"), path);
    }

    [Fact]
    public void A_name_that_is_no_file_name_stays_inside_the_directory()
    {
        using var recorder = new RunFolderRecorder(RecordedRun.Record, new FixedClock());
        RunDescription run = SampleRun.Describe(_folder.Path);
        recorder.Begin(run with { Config = run.Config with { Name = "../my run" } });
        recorder.End(SampleRun.Result());
        Assert.Equal(["20260304-050607-..-my-run-01234567"], _folder.Entries);
    }

    [Fact]
    public void The_folder_holds_manifest_metrics_and_every_table()
    {
        string path = RecordedRun.Write(_folder, isCsv: true);
        Assert.Equal(
            [
                "actions.csv", "equity.csv", "fills.csv", "manifest.json", "metrics.json", "order_events.csv", "orders.csv", "positions.csv", "regime_probabilities.csv",
                "regimes.csv", "signals.csv", "trades.csv",
            ],
            Directory.EnumerateFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_tables_the_folder_holds_the_same_manifest_and_metrics_alone()
    {
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1100.1, 1000);
        journal.Portfolios[SampleRun.Conservative].Fills.Add(SampleRun.Fill(1, 1, turn: 0));
        RunDescription run = SampleRun.Describe(_folder.Path);
        string with = RecordedRun.Write(run, journal);
        string without = RecordedRun.Write(
            run with { Config = run.Config with { Output = run.Config.Output with { Tables = TableFormat.None } } }, journal);
        Assert.Equal(
            ["manifest.json", "metrics.json"], Directory.EnumerateFileSystemEntries(without).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (string file in new[] { "manifest.json", "metrics.json" })
            Assert.Equal(File.ReadAllText(Path.Combine(with, file)), File.ReadAllText(Path.Combine(without, file)));
    }

    [Fact]
    public void The_folder_appears_under_its_name_only_when_all_is_in_it()
    {
        using RunFolderRecorder recorder = Begin();
        recorder.Record(SampleRun.Journal());
        Assert.StartsWith(".tmp-20260304-050607-sample-01234567", Assert.Single(_folder.Entries), StringComparison.Ordinal);
        Assert.Null(recorder.Folder);
        recorder.End(SampleRun.Result());
        Assert.Equal(["20260304-050607-sample-01234567"], _folder.Entries);
    }

    [Fact]
    public void A_run_given_up_leaves_nothing()
    {
        using (RunFolderRecorder recorder = Begin())
            recorder.Record(SampleRun.Journal());
        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void A_run_that_cannot_be_written_to_its_end_leaves_nothing()
    {
        using (RunFolderRecorder recorder = Begin())
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, Assert.Single(_folder.Entries), "metrics.json"));
            Assert.ThrowsAny<Exception>(() => recorder.End(SampleRun.Result()));
        }

        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void A_folder_that_is_there_is_never_overwritten()
    {
        RecordedRun.Write(_folder, isCsv: false);
        RecordedRun.Write(_folder, isCsv: false);
        RecordedRun.Write(_folder, isCsv: false);
        Assert.Equal(
            ["20260304-050607-sample-01234567", "20260304-050607-sample-01234567-2", "20260304-050607-sample-01234567-3"], _folder.Entries);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_an_input_error()
    {
        string file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        using var recorder = new RunFolderRecorder(RecordedRun.Record, new FixedClock());
        InputException exception = Assert.Throws<InputException>(() => recorder.Begin(SampleRun.Describe(Path.Combine(file, "runs"))));
        Assert.Equal("output_not_writable", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public void The_manifest_says_what_the_run_was_made_of_and_what_came_of_it()
    {
        using RunFolderRecorder recorder = Begin();
        var fault = new ContainerFault(
            "aggressive", "breakout", "BarEvent", SampleRun.End(1), "it's broken", new InvalidOperationException());
        recorder.End(SampleRun.Result(status: RunStatus.Faulted) with { Faults = [fault] });
        var expected = JsonNode.Parse(
            """
            {
              "schemaVersion": 1,
              "config": {"name": "sample", "data": {"source": "csv"}},
              "configHash": "0123456789abcdef",
              "spec": "fedcba9876543210",
              "currency": null,
              "data": [{"path": "data/spx.csv", "sha256": "dd", "rows": 3, "skippedRows": 1, "ignoredColumns": ["adjclose"]}],
              "plugins": [{"package": "Backtest.Plugins.Momentum", "id": "momentum", "version": "0.1.0", "sha256": "ee"}],
              "seed": 42,
              "eventStreamHash": "aa",
              "containerHashes": {"hmm/conservative": "bb", "aggressive": "cc"},
              "startedAt": "2026-03-04T05:06:07Z",
              "elapsedSeconds": 1.5,
              "barsProcessed": 3,
              "status": "faulted",
              "periodsPerYear": {"conservative": 252, "aggressive": 252, "total": 252},
              "faults": [{
                "container": "aggressive", "plugin": "breakout", "event": "BarEvent", "time": "2024-01-03T00:00:00Z",
                "message": "it's broken"
              }],
              "warnings": [],
              "indicators": {"requested": 4, "computed": 2}
            }
            """);
        JsonObject manifest = Read(recorder, "manifest.json");
        Assert.Matches(@"^\d+\.\d+\.\d+", (string?)manifest["engineVersion"]);
        manifest.Remove("engineVersion");
        Assert.True(JsonNode.DeepEquals(expected, manifest), manifest.ToJsonString());
    }

    [Fact]
    public void The_metrics_have_every_figure_of_the_total_and_of_each_portfolio()
    {
        using RunFolderRecorder recorder = Begin();
        recorder.End(SampleRun.Result());
        JsonObject metrics = Read(recorder, "metrics.json");
        string[] figures =
        [
            "initialCapital", "finalEquity", "totalReturn", "cagr", "volatility", "sharpe", "sortino", "calmar", "maxDrawdown",
            "maxDrawdownDays", "valueAtRisk95", "conditionalValueAtRisk95", "skewness", "kurtosis", "exposure", "turnover", "orders",
            "fills", "trades", "winRate", "profitFactor", "expectancy", "averageTrade", "commission", "slippage",
            "dividends", "borrowCost", "marginInterest", "cashInterest", "daily", "trading",
        ];
        Assert.Equal(["total", "portfolios", "regimes", "periods"], metrics.Select(pair => pair.Key));
        Assert.Equal(["conservative", "aggressive"], metrics["portfolios"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(figures, metrics["total"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(["status", .. figures], metrics["portfolios"]!["aggressive"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(["timeSpent", "profit", "trades"], metrics["regimes"]!["hmm"]!["unknown"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void Figures_that_cannot_be_had_are_null_and_money_is_a_plain_number()
    {
        using RunFolderRecorder recorder = Begin();
        recorder.End(SampleRun.Result(conservative: 1234.5600m));
        string text = File.ReadAllText(Path.Combine(recorder.Folder!, "metrics.json"));
        Assert.Contains("\"finalEquity\": 1234.56,", text, StringComparison.Ordinal);
        Assert.Contains("\"sharpe\": null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_is_kept_with_what_there_is()
    {
        using RunFolderRecorder recorder = Begin();
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1100, 1000);
        recorder.Record(journal);
        recorder.End(SampleRun.Result(conservative: 1100, status: RunStatus.Interrupted));
        Assert.Equal("interrupted", (string?)Read(recorder, "manifest.json")["status"]);
        Assert.Equal(0.1, (double)Read(recorder, "metrics.json")["portfolios"]!["conservative"]!["totalReturn"]!, 1e-12);
    }

    [Fact]
    public void Manifest_and_metrics_read_back_as_written()
    {
        using RunFolderRecorder recorder = Begin();
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1100.1, 1000);
        journal.AddTurn(1, 1000.3, 1000);
        recorder.Record(journal);
        recorder.End(SampleRun.Result(conservative: 1000.3m));
        string metrics = File.ReadAllText(Path.Combine(recorder.Folder!, "metrics.json"));
        string manifest = File.ReadAllText(Path.Combine(recorder.Folder!, "manifest.json"));
        Assert.Equal(recorder.Metrics!.Total, ResultsJson.ReadMetrics(metrics).Total);
        Assert.Equal(metrics, ResultsJson.Write(ResultsJson.ReadMetrics(metrics)));
        Assert.Equal(manifest, ResultsJson.Write(ResultsJson.ReadManifest(manifest)));
    }

    [Fact]
    public void A_manifest_of_a_later_form_is_refused_and_one_without_a_form_is_read()
    {
        using RunFolderRecorder recorder = Begin();
        recorder.End(SampleRun.Result());
        JsonObject manifest = Read(recorder, "manifest.json");
        manifest["schemaVersion"] = 2;
        var thrown = Assert.Throws<InputException>(() => ResultsJson.ReadManifest(manifest.ToJsonString()));
        Assert.Contains("found a manifest of schemaVersion 2; this release reads versions up to 1", thrown.Message, StringComparison.Ordinal);

        manifest.Remove("schemaVersion");
        Assert.Equal("sample", (string?)ResultsJson.ReadManifest(manifest.ToJsonString()).Config["name"]);
    }

    private static JsonObject Read(RunFolderRecorder recorder, string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(recorder.Folder!, file)))!.AsObject();

    private RunFolderRecorder Begin()
    {
        var recorder = new RunFolderRecorder(RecordedRun.Record, new FixedClock());
        recorder.Begin(SampleRun.Describe(_folder.Path));
        return recorder;
    }
}
