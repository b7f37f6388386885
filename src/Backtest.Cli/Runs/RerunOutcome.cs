using System.Text.Json.Nodes;
using Backtest.Cli.Commands;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>The result of repeating a run.</summary>
internal sealed class RerunOutcome
{
    private readonly StoredRun _before;
    private readonly Manifest _after;
    private readonly IReadOnlyList<ValueDifference> _inputs;

    private RerunOutcome(StoredRun before, Manifest after, string? folder)
    {
        _before = before;
        _after = after;
        Folder = folder;
        _inputs = ManifestDifference.Of(before.Manifest, after);
    }

    /// <summary>Whether every event was the same.</summary>
    public bool IsSame => _before.Manifest.EventStreamHash == _after.EventStreamHash;

    private string? Folder { get; }

    /// <summary>Repeats a run.</summary>
    /// <param name="before">The run.</param>
    /// <param name="workspace">The inputs of the run.</param>
    /// <param name="directory">The folder for the new run folder, or null to keep none.</param>
    /// <param name="report">Shows the progress.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The data or a plugin no longer exists, or is invalid.</exception>
    public static async Task<RerunOutcome> MakeAsync(
        StoredRun before, Workspace workspace, string? directory, RunReport report, CancellationToken cancellation)
    {
        string place = directory ?? Directory.CreateTempSubdirectory("backtest-rerun-").FullName;
        try
        {
            WorkflowConfig config = workspace.Config with { Output = workspace.Config.Output with { Directory = place } };
            if (config.Workflow == Workflows.Signals)
            {
                using SignalFolderRecorder signals = workspace.CreateSignalRecorder(config);
                await RunCommand.ExecuteAsync(workspace, config, signals, report, Environment.ProcessorCount, cancellation);
                return Of(signals.Folder);
            }

            using RunFolderRecorder recorder = workspace.CreateRecorder(config);
            await RunCommand.ExecuteAsync(workspace, config, recorder, report, Environment.ProcessorCount, cancellation);
            return Of(recorder.Folder);
        }
        finally
        {
            if (directory is null)
                Directory.Delete(place, recursive: true);
        }

        RerunOutcome Of(string? folder) => new(before, StoredRun.Open(folder!).Manifest, directory is null ? null : folder);
    }

    /// <summary>Writes the result as text.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(IsSame ? $"the same: {_after.EventStreamHash}" : $"different: {_before.Manifest.EventStreamHash} then, {_after.EventStreamHash} now");
        foreach (ValueDifference input in _inputs)
            output.WriteLine($"  {input.Name}: {input.First ?? "nothing"} then, {input.Second ?? "nothing"} now");
        if (!IsSame && _inputs.Count == 0)
            output.WriteLine("  data, plugins and engine are unchanged, so a plugin depends on something other than its input; use backtest audit to find it");
        if (!IsSame)
        {
            foreach ((string container, string hash) in _before.Manifest.ContainerHashes)
            {
                if (_after.ContainerHashes.GetValueOrDefault(container) != hash)
                    output.WriteLine($"  {container} has a different result");
            }
        }

        if (Folder is not null)
            output.WriteLine($"run: {Folder}");
        else if (!IsSame)
            output.WriteLine("  to see where they differ, keep the new run with --output DIR and use backtest diff");
    }

    /// <summary>The result as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["run"] = _before.Folder,
        ["same"] = IsSame,
        ["then"] = _before.Manifest.EventStreamHash,
        ["now"] = _after.EventStreamHash,
        ["inputs"] = new JsonArray([.. _inputs.Select(input => new JsonObject { ["name"] = input.Name, ["then"] = input.First, ["now"] = input.Second })]),
        ["folder"] = Folder,
    };
}
