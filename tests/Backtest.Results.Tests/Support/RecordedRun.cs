using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Records journals to a run folder inside a folder.</summary>
internal static class RecordedRun
{
    public static RunRecord Record { get; } = new()
    {
        Config = new JsonObject { ["name"] = "sample", ["data"] = new JsonObject { ["source"] = "csv" } },
        ConfigHash = "0123456789abcdef",
        Spec = "fedcba9876543210",
        Plugins = [new RunPlugin("Backtest.Plugins.Momentum", "momentum", "0.1.0", "ee")],
    };

    public static string Write(TemporaryFolder folder, bool isCsv, params RunJournal[] journals) =>
        Write(SampleRun.Describe(folder.Path, isCsv), journals);

    public static string Write(RunDescription run, params RunJournal[] journals)
    {
        using var recorder = new RunFolderRecorder(Record, new FixedClock());
        recorder.Begin(run);
        foreach (RunJournal journal in journals)
            recorder.Record(journal);
        recorder.End(SampleRun.Result());
        return recorder.Folder!;
    }
}
