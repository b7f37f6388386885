using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Other results a run could have had: its trades and returns resampled, and the run repeated on other bars, from other days and at other costs.
/// Figures depend only on the run and the seed, not on the number of workers. No trial is counted.
/// </summary>
/// <param name="run">The run, with its tables.</param>
/// <param name="config">Its configuration, with the requested methods in <see cref="WorkflowConfig.MonteCarlo"/>.</param>
/// <param name="sources">Opens bar sources.</param>
/// <param name="plugins">Where plugins that the configuration does not contain are found, in order of precedence.</param>
public sealed class MonteCarlo(StoredRun run, WorkflowConfig config, IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
{
    private readonly MonteCarloConfig _asked = config.MonteCarlo ?? new MonteCarloConfig();

    /// <summary>Resamples and repeats the run.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">
    /// The run has too few trades or days or no tables, its data or a plugin is missing, or bars do not suit a method.
    /// </exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<MonteCarloReport> ExecuteAsync(MonteCarloOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new MonteCarloOptions();
        if (config.Workflow is Workflows.Signals)
            throw new InputException(Unfit("a run that ends with signals has neither trades nor returns", "Use a run that trades."));
        if (config.Workflow is Workflows.Replay && _asked.Methods.Intersect(RunFromSignals).FirstOrDefault() is { } method)
            throw new InputException(Unfit($"a replay's signals do not react to what '{method}' changes", $"Remove '{method}'."));
        RunHistory history = RunHistory.Of(run);
        var sharpe = new AnnualSharpe(run.Manifest.PeriodsPerYear.GetValueOrDefault("total", 252), config.Metrics.RiskFreeRate);
        var drawn = new ReorderedReturns(history, _asked, sharpe);
        InputError[] refused = [.. _asked.Methods.Where(MonteCarloMethods.OfResults.Contains).Select(drawn.Refuse).OfType<InputError>()];
        if (refused.Length > 0)
            throw new InputException(refused);
        using ChangedRuns? runs = _asked.Methods.Any(MonteCarloMethods.OfRuns.Contains)
            ? await ChangedRuns.BeginAsync(config with { MonteCarlo = _asked }, sources, plugins, history, sharpe, options, cancellation)
                .ConfigureAwait(false)
            : null;
        var results = new List<MonteCarloResult>();
        foreach (string each in _asked.Methods)
        {
            results.Add(MonteCarloMethods.OfResults.Contains(each)
                ? drawn.Draw(each, options.Workers, cancellation)
                : await runs!.RunAsync(each, cancellation).ConfigureAwait(false));
        }

        return new MonteCarloReport { Run = run.Id, EventStreamHash = run.Manifest.EventStreamHash, Seed = _asked.Seed, Methods = results };
    }

    private static IReadOnlyList<string> RunFromSignals { get; } = [MonteCarloMethods.Bars, MonteCarloMethods.Noise, MonteCarloMethods.Start];

    private static InputError Unfit(string message, string fix) => new("unfit_run", message) { Key = "monte_carlo.methods", Fix = fix };
}
