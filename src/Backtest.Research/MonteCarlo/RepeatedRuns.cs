using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Repeats a run with something changed, on bars in memory. No trial is counted, because nothing is chosen by the results.
/// </summary>
/// <param name="plugins">Where plugins that the configuration does not contain are found, in order of precedence.</param>
/// <param name="workers">How many passes over the data may execute at once.</param>
internal sealed class RepeatedRuns(IReadOnlyList<IPluginSource> plugins, int workers)
{
    private const int MostTogether = 32; // more would exceed the cache

    private readonly Lock _lock = new();
    private readonly List<string> _failures = [];

    /// <summary>Why runs failed, in no particular order.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Called for each run that has ended.</summary>
    public Action? Ended { get; init; }

    /// <summary>Executes runs that each have their own bars.</summary>
    /// <param name="count">The number of runs.</param>
    /// <param name="bars">The bars of each.</param>
    /// <param name="config">The run.</param>
    /// <param name="take">Receives the days of each run, by its number; may be called concurrently.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task OnBarsAsync(
        int count, Func<int, AlteredBars> bars, WorkflowConfig config, Action<int, DailyEquity[]> take, CancellationToken cancellation) =>
        EachAsync(Enumerable.Range(0, count), async repetition =>
        {
            using AlteredBars altered = bars(repetition);
            await RunAsync(altered, [(repetition, config)], take, cancellation).ConfigureAwait(false);
        }, cancellation);

    /// <summary>Executes runs on the same bars, as many per pass as an even division among the workers allows.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="configs">The runs.</param>
    /// <param name="take">Receives the days of each run, by its number; may be called concurrently.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task TogetherAsync(
        IBarSourceFactory bars, IReadOnlyList<WorkflowConfig> configs, Action<int, DailyEquity[]> take, CancellationToken cancellation)
    {
        int together = Math.Clamp((configs.Count + workers - 1) / workers, 1, MostTogether);
        return EachAsync(configs.Index().Chunk(together), unit => RunAsync(bars, unit, take, cancellation), cancellation);
    }

    private Task EachAsync<T>(IEnumerable<T> units, Func<T, Task> make, CancellationToken cancellation) => Parallel.ForEachAsync(
        units,
        new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
        async (unit, _) => await make(unit).ConfigureAwait(false));

    private async Task RunAsync(
        IBarSourceFactory bars,
        (int Number, WorkflowConfig Config)[] unit,
        Action<int, DailyEquity[]> take,
        CancellationToken cancellation)
    {
        DailyEquity[]?[] days = new DailyEquity[]?[unit.Length];
        IReadOnlyList<TrialOutcome> outcomes;
        try
        {
            outcomes = await new Coordinator(new WorkflowManagerFactory(bars, plugins)).ExecuteTrialsAsync(
                [
                    .. unit.Select((run, index) => new TrialRequest(
                        run.Config, new SummaryRecorder { TotalMeasured = curve => days[index] = curve.Points.ToArray() })),
                ],
                new PassOptions { HasHashes = false },
                cancellation).ConfigureAwait(false);
        }
        catch (OverflowException) when (unit.Length > 1)
        {
            // The money of one run exceeded the range of numbers: execute the others without it.
            foreach ((int Number, WorkflowConfig Config) alone in unit)
                await RunAsync(bars, [alone], take, cancellation).ConfigureAwait(false);
            return;
        }
        catch (OverflowException)
        {
            Fail("its money exceeded the range of numbers");
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        for (int i = 0; i < unit.Length; i++)
        {
            if (outcomes[i].Errors is [var error, ..])
                Fail(error.Message);
            else if (outcomes[i].Result is { Status: RunStatus.Completed } && days[i] is { Length: > 0 } curve)
                take(unit[i].Number, curve);
            else
                Fail(outcomes[i].Result?.Faults is [var fault, ..] ? fault.Message : "it had no day");
            Ended?.Invoke();
        }
    }

    private void Fail(string message)
    {
        lock (_lock)
            _failures.Add(message);
    }
}
