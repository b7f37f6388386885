using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class RunSummaryTests
{
    [Fact]
    public void What_is_read_back_is_what_was_written()
    {
        string text = ResultsJson.Write(Summary());

        Assert.Equal(text, ResultsJson.Write(ResultsJson.ReadSummary(text)));
    }

    [Fact]
    public void It_says_what_was_asked_and_what_came_of_it()
    {
        RunSummary summary = Summary();

        Assert.Equal(("spec", "sample", RunStatus.Completed, "aa"), (summary.Spec, summary.Name, summary.Status, summary.EventStreamHash));
        Assert.Equal(["aggressive", "hmm/conservative"], summary.ContainerHashes.Keys.Order());
        Assert.Equal((3L, new IndicatorSharing(4, 2)), (summary.BarsProcessed, summary.Indicators));
        Assert.Equal(2000, summary.Metrics.Total.FinalEquity);
    }

    [Fact]
    public void The_data_is_known_by_the_content_of_its_files()
    {
        Assert.Equal(Summary().DataHash, Summary(files: [new DataFile("elsewhere.csv", "dd", 0, 0, [])]).DataHash);
        Assert.NotEqual(Summary().DataHash, Summary(files: [new DataFile("data/spx.csv", "de", 3, 1, [])]).DataHash);
        Assert.Null(Summary(files: []).DataHash);
    }

    [Fact]
    public void Faults_are_text()
    {
        var fault = new ContainerFault(
            "hmm/conservative", "momentum", "BarEvent", SampleRun.FirstBar, "broken", new InvalidOperationException("broken"));

        Assert.Equal(
            new RunFault("hmm/conservative", "momentum", "BarEvent", SampleRun.FirstBar, "broken"), Assert.Single(Summary(faults: [fault]).Faults));
    }

    [Fact]
    public void One_without_hashes_says_so() => Assert.Contains(
        "\"eventStreamHash\": null", ResultsJson.Write(Summary() with { EventStreamHash = null }), StringComparison.Ordinal);

    [Fact]
    public void One_of_a_later_form_is_refused() => Assert.Equal(
        "schemaVersion: found a summary of schemaVersion 2; this release reads versions up to 1\n"
        + "  Use the release that wrote it, or a newer one.",
        Assert.Single(Assert.Throws<InputException>(() => ResultsJson.ReadSummary(Later(ResultsJson.Write(Summary())))).Errors).ToString());

    [Fact]
    public void What_is_no_summary_is_refused() => Assert.Throws<JsonException>(() => ResultsJson.ReadSummary("{}"));

    private static string Later(string text)
    {
        JsonNode json = JsonNode.Parse(text)!;
        json["schemaVersion"] = 2;
        return json.ToJsonString();
    }

    private static RunSummary Summary(IReadOnlyList<DataFile>? files = null, IReadOnlyList<ContainerFault>? faults = null)
    {
        var recorder = new SummaryRecorder("spec");
        recorder.Begin(SampleRun.Describe());
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1000, 1000);
        recorder.Record(journal);
        BacktestResult result = SampleRun.Result();
        recorder.End(result with { Files = files ?? result.Files, Faults = faults ?? result.Faults });
        return recorder.Summary!;
    }
}
