using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Makes a run again, with something changed, on bars that are in memory. No trial is counted: nothing is chosen by what comes out.
/// </summary>
/// <param name="plugins">Where plugins that the configuration does not contain are found, in order of precedence.</param>
/// <param name="workers">How many passes over the data may be made at once.</param>
internal sealed class RepeatedRuns(IReadOnlyList<IPluginSource> plugins, int workers)
{
    private const int MostTogether = 32; // more would leave the cache

    private readonly Lock _lock = new();
    private readonly List<string> _failures = [];

    /// <summary>Why runs could not be made, in no order.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Told of each run that has ended.</summary>
    public Action? Ended { get; init; }

    /// <summary>Makes runs on bars of their own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="bars">The bars of each.</param>
    /// <param name="config">The run.</param>
    /// <param name="take">Is given the days of each, by its number, at once for several.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task OnBarsAsync(
        int count, Func<int, AlteredBars> bars, WorkflowConfig config, Action<int, DailyEquity[]> take, CancellationToken cancellation) =>
        EachAsync(Enumerable.Range(0, count), async repetition =>
        {
            using AlteredBars altered = bars(repetition);
            await RunAsync(altered, [(repetition, config)], take, cancellation).ConfigureAwait(false);
        }, cancellation);

    /// <summary>Makes runs on the same bars, as many in one pass as the workers leave each other.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="configs">The runs.</param>
    /// <param name="take">Is given the days of each, by its number, at once for several.</param>
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
            // One of them came to more money than numbers can hold: the others are made without it.
            foreach ((int Number, WorkflowConfig Config) alone in unit)
                await RunAsync(bars, [alone], take, cancellation).ConfigureAwait(false);
            return;
        }
        catch (OverflowException)
        {
            Fail("its money went beyond what numbers can hold");
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
