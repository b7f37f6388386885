using System.Globalization;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Repeats the run on other bars, from other days, at other costs and with later orders.</summary>
internal sealed class ChangedRuns : IDisposable
{
    private readonly WorkflowConfig _config;
    private readonly MonteCarloConfig _asked;
    private readonly IReadOnlyList<IPluginSource> _plugins;
    private readonly IBarSourceFactory _sources;
    private readonly AuditBars _bars;
    private readonly AlteredBars _same;
    private readonly MonteCarloOptions _options;
    private readonly double _initial;
    private readonly AnnualSharpe _sharpe;
    private readonly JointTurns? _turns;
    private DailyEquity[] _days = [];
    private int _done;

    private ChangedRuns(
        WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, double initial, AnnualSharpe sharpe,
        MonteCarloOptions options, CancellationToken cancellation)
    {
        _asked = config.MonteCarlo!;
        _config = config with { Benchmark = null, MonteCarlo = null, Search = null, Validation = null };
        _plugins = plugins;
        _sources = sources;
        _bars = AuditBars.Read(sources, config.Data, cancellation);
        _same = new AlteredBars(sources, _bars, NoAlteration.Instance);
        _options = options;
        _initial = initial;
        _sharpe = sharpe;
        if (_asked.Methods.Contains(MonteCarloMethods.Bars))
            _turns = JointTurns.Of(_bars);
        if (_asked.Methods.Contains(MonteCarloMethods.Noise))
            BarChecks.RequireOneTimeframe(_bars, MonteCarloMethods.Noise);
    }

    private int Planned => _asked.Methods.Where(MonteCarloMethods.OfRuns.Contains)
        .Sum(method => method == MonteCarloMethods.Delays ? _asked.Delays.Count : _asked.Reruns);

    /// <summary>Reads the bars, and executes the run once unchanged.</summary>
    /// <param name="config">The run, with the requested methods.</param>
    /// <param name="sources">Opens bar sources.</param>
    /// <param name="plugins">Where plugins that the configuration does not contain are found.</param>
    /// <param name="history">The result of the run.</param>
    /// <param name="sharpe">Computes annual Sharpe ratios.</param>
    /// <param name="options">How to execute runs.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">
    /// The data or a plugin is missing, the bars do not suit a method, or the run gives a different result now.
    /// </exception>
    public static async Task<ChangedRuns> BeginAsync(
        WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, RunHistory history, AnnualSharpe sharpe,
        MonteCarloOptions options, CancellationToken cancellation)
    {
        var runs = new ChangedRuns(config, sources, plugins, history.Initial, sharpe, options, cancellation);
        var again = new RepeatedRuns(plugins, workers: 1);
        await again.TogetherAsync(runs._same, [runs._config], (_, days) => runs._days = days, cancellation).ConfigureAwait(false);
        if (runs._days is not [.., var last] || Math.Abs(last.Equity - history.Days[^1].Equity) > 1e-6 * Math.Abs(last.Equity))
        {
            throw new InputException(new InputError(
                "run_differs",
                "when repeated, the run has a different result: " + (again.Failures.FirstOrDefault() ?? string.Create(
                    CultureInfo.InvariantCulture, $"it ends with {runs._days[^1].Equity:N2}, not {history.Days[^1].Equity:N2}")))
            {
                Fix = "Its data or a plugin has changed since then. Make the run again, or use backtest rerun to see what changed.",
            });
        }

        return runs;
    }

    /// <summary>Executes the runs of a method.</summary>
    public async Task<MonteCarloResult> RunAsync(string method, CancellationToken cancellation)
    {
        if (method == MonteCarloMethods.Delays)
            return await DelayAsync(cancellation).ConfigureAwait(false);
        ulong seed = MethodSeed.Of(_asked.Seed, method);
        RepeatedRuns runs = Counted();
        var costs = new ExtraCosts(_asked);
        WorkflowConfig[] configs = method switch
        {
            MonteCarloMethods.Start => [.. Starts().Select(day => _config with { TradeFrom = day })],
            MonteCarloMethods.Costs => costs.Of(_config),
            _ => [],
        };
        int count = configs.Length > 0 ? configs.Length : _asked.Reruns;
        var tally = new PathTally([_initial, .. _days.Select(day => day.Equity)], count, _sharpe);
        double[]?[] paths = new double[]?[count];
        await (configs.Length > 0
            ? runs.TogetherAsync(_same, configs, Take, cancellation)
            : runs.OnBarsAsync(count, repetition => new AlteredBars(_sources, _bars, Altered(method, seed, repetition)), _config, Take, cancellation))
            .ConfigureAwait(false);
        if (tally.Count < MonteCarloMethods.FewestRepetitions)
            throw new InputException(TooFew(method, count, tally.Count, runs.Failures));
        MonteCarloResult result = tally.Sum(method, _days);
        return result with
        {
            BlockLength = method == MonteCarloMethods.Bars ? _turns!.BlockLength : null,
            Steps = method != MonteCarloMethods.Costs ? []
                : [AsItWas, .. costs.Shown.Where(run => paths[run] is not null).Select(run => StressStep.Of(costs.Amount(run), paths[run]!, _sharpe))],
            Notes =
            [
                .. Unmade(runs, count),
                .. method == MonteCarloMethods.Costs ? [costs.BreakEven(_initial, _days[^1].Equity, Finals(paths))] : Array.Empty<string>(),
                .. method == MonteCarloMethods.Start && count < _asked.Reruns
                    ? [FormattableString.Invariant($"there are only {count} days to begin on, so there is one run for each.")] : Array.Empty<string>(),
            ],
        };

        void Take(int repetition, DailyEquity[] days)
        {
            double[] path = DailyPath.On(_days, _initial, days);
            if (method == MonteCarloMethods.Costs)
                paths[repetition] = path;
            tally.Take(repetition, path);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _same.Dispose();

    /// <summary>Executes a run for each delay; there are so few that each is reported.</summary>
    private async Task<MonteCarloResult> DelayAsync(CancellationToken cancellation)
    {
        var delays = new ExtraDelays(_config with { MonteCarlo = _asked });
        RepeatedRuns runs = Counted();
        double[]?[] paths = new double[]?[delays.Runs.Length];
        await runs.TogetherAsync(_same, delays.Runs, (run, days) => paths[run] = DailyPath.On(_days, _initial, days), cancellation).ConfigureAwait(false);
        return new MonteCarloResult
        {
            Method = MonteCarloMethods.Delays,
            Repetitions = paths.Count(path => path is not null),
            Step = "day",
            Steps = [AsItWas, .. paths.Index().Where(run => run.Item is not null).Select(run => StressStep.Of(delays.Amount(run.Index), run.Item!, _sharpe))],
            Meaning = MonteCarloWords.MeaningOf(MonteCarloMethods.Delays),
            Notes = [.. Unmade(runs, paths.Length), delays.BreakEven(_initial, _days[^1].Equity, Finals(paths))],
            Fan = [],
        };
    }

    private StressStep AsItWas => StressStep.Of(StressStep.Unchanged, [_initial, .. _days.Select(day => day.Equity)], _sharpe);

    private RepeatedRuns Counted() => new(_plugins, _options.Workers)
    {
        Ended = () => _options.Progress?.Report(new MonteCarloProgress(Interlocked.Increment(ref _done), Planned)),
    };

    private static double[] Finals(double[]?[] paths) => Array.ConvertAll(paths, path => path?[^1] ?? 0);

    private static IEnumerable<string> Unmade(RepeatedRuns runs, int count) => runs.Failures.CountBy(reason => reason)
        .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => FormattableString.Invariant($"{reason.Value} of {count} runs failed: {reason.Key.TrimEnd('.')}."));

    private Alteration Altered(string method, ulong seed, int repetition) => method == MonteCarloMethods.Bars
        ? new ResampledBars(_turns!, seed, repetition)
        : new NoisyBars(_asked.Noise, seed, repetition);

    /// <summary>The days on which trading begins, evenly spread over the first part of the run's days.</summary>
    private IEnumerable<DateOnly> Starts()
    {
        int days = Math.Max(1, (int)(_days.Length * _asked.StartWithin));
        int count = Math.Min(days, _asked.Reruns);
        return Enumerable.Range(0, count).Select(start => _days[(int)((long)start * days / count)].Day);
    }

    private static InputError TooFew(string method, int count, int made, IReadOnlyCollection<string> failures) => new(
        "too_few_runs",
        $"'{method}' has no result: {made} of {count} runs succeeded, but bands need {MonteCarloMethods.FewestRepetitions}"
            + (failures.FirstOrDefault() is { } reason ? $"; {reason}" : ""))
    {
        Key = "monte_carlo.methods",
        Fix = $"Use more data, or remove '{method}'.",
    };
}
