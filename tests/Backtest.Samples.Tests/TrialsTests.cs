using System.Collections.Concurrent;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Results;
using CsCheck;

namespace Backtest.Tests;

/// <summary>Runs executed together give the same results as runs executed alone.</summary>
public sealed class TrialsTests
{
    private static readonly Thrower Plugins = new(SampleFiles.Plugins);
    private static readonly WorkflowManagerFactory Managers = new(new BarSources(), Plugins);

    [Fact]
    public void Company_order_waves_chunks_and_threads_show_in_no_trial()
    {
        var alone = new ConcurrentDictionary<string, Figures>();
        Gen.Select(SampleSpecs.Sets, Gen.OneOf(1L, 300_000L, long.MaxValue), Gen.OneOf(1, 4_000, 100_000, 1 << 20), Gen.Int[1, 3])
            .Sample((specs, waveBytes, chunkBytes, threads) =>
            {
                IReadOnlyList<WorkflowConfig> configs = Read(specs);
                var trials = configs.Select(config => (Config: config, Rows: new RowsRecorder())).ToArray();
                SummaryRecorder[] recorders = [.. trials.Select(trial => new SummaryRecorder(inner: trial.Rows))];
                IReadOnlyList<TrialOutcome> outcomes = Together(
                    configs, recorders, new PassOptions { WaveBytes = waveBytes, ChunkBytes = chunkBytes, Threads = threads });

                for (int i = 0; i < specs.Length; i++)
                {
                    Figures expected = alone.GetOrAdd(specs[i].ToString(), _ => Alone(specs[i]));
                    Assert.Equal(expected, Figures.Of(outcomes[i], recorders[i], trials[i].Rows));
                }
            }, iter: 60, threads: 1);
    }

    [Fact]
    public void A_summary_without_hashes_says_so_and_is_the_same_otherwise()
    {
        SampleSpec[] specs = [new("hierarchy", ["data.end=2004-12-31", "classifiers.hmm.parameters.refit=0"])];
        SummaryRecorder with = new();
        SummaryRecorder without = new();
        Together(Read(specs), [with], new PassOptions());
        Together(Read(specs), [without], new PassOptions { HasHashes = false });

        Assert.Null(without.Summary!.EventStreamHash);
        Assert.Empty(without.Summary.ContainerHashes);
        Assert.Equal(
            ResultsJson.Write(with.Summary! with { EventStreamHash = null, ContainerHashes = without.Summary.ContainerHashes }),
            ResultsJson.Write(without.Summary));
    }

    private static IReadOnlyList<WorkflowConfig> Read(IReadOnlyList<SampleSpec> specs)
    {
        // Equal data is the same object, as it is when specifications are executed together.
        var data = new Dictionary<string, IReadOnlyList<BarSourceOptions>>();
        return [.. specs.Select(spec => SampleFiles.Read(spec.Sample, spec.Changes)).Select(config =>
        {
            string key = ConfigJson.Write(config)["data"]!.ToJsonString();
            return config with { Data = data.TryGetValue(key, out IReadOnlyList<BarSourceOptions>? same) ? same : data[key] = config.Data };
        })];
    }

    private static IReadOnlyList<TrialOutcome> Together(
        IReadOnlyList<WorkflowConfig> configs, SummaryRecorder[] recorders, PassOptions options) =>
        new Coordinator(Managers).ExecuteTrialsAsync(
            [.. configs.Select((config, i) => new TrialRequest(config, recorders[i]))], options, TestContext.Current.CancellationToken)
            .GetAwaiter().GetResult();

    private static Figures Alone(SampleSpec spec)
    {
        var rows = new RowsRecorder();
        var recorder = new SummaryRecorder(inner: rows);
        try
        {
            BacktestResult result = new Coordinator(Managers).ExecuteWorkflowAsync(
                Read([spec])[0], new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return Figures.Of(new TrialOutcome(result, []), recorder, rows);
        }
        catch (InputException exception)
        {
            return Figures.Of(new TrialOutcome(null, exception.Errors), recorder, rows);
        }
    }

    /// <summary>All results of a run, as text.</summary>
    private sealed record Figures(string Errors, string Summary, string Rows)
    {
        public static Figures Of(TrialOutcome outcome, SummaryRecorder recorder, RowsRecorder rows) => new(
            string.Join('\n', outcome.Errors),
            recorder.Summary is { } summary ? ResultsJson.Write(summary) : "none",
            rows.Text);
    }
}
