using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Measures what each part of a run adds: the run is repeated without it, with the capital it frees idle, and compared by the values at the ends of
/// days. All runs go through the data together, and none is counted as a trial.
/// </summary>
/// <param name="config">The run, or the run that a search varies.</param>
/// <param name="sources">Opens bar sources.</param>
/// <param name="plugins">Where plugins that the configuration does not contain are found, in order of precedence.</param>
public sealed class Ablation(WorkflowConfig config, IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
{
    private const int FewestDays = 20;

    private readonly WorkflowConfig _config = config with
    {
        Workflow = config.Workflow == Workflows.Sweep ? Workflows.Backtest : config.Workflow,
        Search = null,
        Validation = null,
        MonteCarlo = null,
        Benchmark = null,
    };

    /// <summary>Executes the runs and compares them.</summary>
    /// <param name="workers">How many runs may execute at once; no figure depends on it.</param>
    /// <param name="resamples">How often days are resampled for intervals; at least 20.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The run, its data or a plugin is invalid, or the run has too few days.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<AblationReport> ExecuteAsync(int workers = 1, int resamples = 1000, CancellationToken cancellation = default)
    {
        if (_config.Workflow != Workflows.Backtest)
        {
            throw new InputException(new InputError(
                "unfit_run", $"ablation needs a run that decides and trades, which workflow: {_config.Workflow} does not")
            {
                Key = "workflow",
                Fix = "Use workflow: backtest.",
            });
        }

        AblatedRun[] runs = [new AblatedRun("run", _config.Name, _config), .. AblationParts.Of(_config)];
        (DailyEquity[]? Days, string? Why)[] made = await MakeAsync(runs, workers, cancellation).ConfigureAwait(false);
        DailyEquity[] days = made[0].Days!;
        if (days.Length < FewestDays)
        {
            throw new InputException(new InputError("too_few_days", $"the run has {days.Length} days; expected at least {FewestDays}")
            {
                Key = "data",
                Fix = "Use more data.",
            });
        }

        IEnumerable<PortfolioConfig> portfolios = _config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(_config.Portfolios);
        double capital = (double)portfolios.Sum(portfolio => portfolio.Capital);
        var sharpe = new AnnualSharpe(PeriodsPerYear(days, capital), _config.Metrics.RiskFreeRate);
        var comparison = new AblationComparison(DailyPath.On(days, capital, days), sharpe, resamples, _config.Seed);
        AblationEffect[] effects = new AblationEffect[runs.Length - 1];
        Parallel.For(0, effects.Length, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part =>
        {
            AblatedRun without = runs[part + 1];
            double idle = (double)without.IdleCapital;
            effects[part] = made[part + 1] is { Days: { } curve }
                ? comparison.Of(without, Array.ConvertAll(DailyPath.On(days, capital - idle, curve), equity => equity + idle))
                : new AblationEffect { Kind = without.Kind, Name = without.Name, Unavailable = made[part + 1].Why };
        });
        return new AblationReport { Name = _config.Name, Whole = comparison.Whole, Parts = effects, Resamples = resamples, Seed = _config.Seed };
    }

    private async Task<(DailyEquity[]? Days, string? Why)[]> MakeAsync(AblatedRun[] runs, int workers, CancellationToken cancellation)
    {
        var days = new DailyEquity[]?[runs.Length];
        int[] trading = [.. runs.Index().Where(run => run.Item.Config is not null).Select(run => run.Index)];
        IReadOnlyList<TrialOutcome> outcomes = await new Coordinator(new WorkflowManagerFactory(sources, plugins)).ExecuteTrialsAsync(
            [
                .. trading.Select(run => new TrialRequest(
                    runs[run].Config!, new SummaryRecorder { TotalMeasured = curve => days[run] = curve.Points.ToArray() })),
            ],
            new PassOptions { Threads = workers, HasHashes = false },
            cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (outcomes[0].Errors is { Count: > 0 } errors)
            throw new InputException([.. errors]);
        var made = new (DailyEquity[]? Days, string? Why)[runs.Length];
        Array.Fill(made, (Days: [], null)); // nothing trades, so all of the capital is idle
        foreach ((int run, TrialOutcome outcome) in trading.Zip(outcomes))
        {
            made[run] = outcome switch
            {
                { Errors: [var error, ..] } => (null, error.Message),
                { Result.Faults: [var fault, ..] } when run > 0 => (null, fault.Message),
                _ => (days[run] ?? [], null),
            };
        }

        return made;
    }

    private double PeriodsPerYear(DailyEquity[] days, double capital) => ReturnPeriods.PerYear(
        new EquityCurve
        {
            InitialCapital = (decimal)capital,
            FinalEquity = (decimal)capital,
            Start = days[0].Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            End = days[^1].Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            StartDay = days[0].Day,
            Days = days,
        },
        _config.Metrics);
}
