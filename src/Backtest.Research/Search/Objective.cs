using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A figure that a search maximizes or minimizes.</summary>
public sealed class Objective
{
    private const string Total = "total";

    private static readonly string[] OfReturns = [.. ReturnMetric.Names, "trades"];

    private readonly ObjectiveConfig _config;
    private readonly Metric _metric;
    private readonly (PenaltyConfig Config, Metric Metric)[] _penalties;
    private readonly (string Classifier, string State)? _regime;
    private readonly int _fewestDays; // in the regime

    private Objective(ObjectiveConfig config, Metric metric, (PenaltyConfig, Metric)[] penalties, int fewestDays = 0)
    {
        _fewestDays = fewestDays;
        _config = config;
        _metric = metric;
        _penalties = penalties;
        _regime = config.In?.Split('.') is [var classifier, var state] ? (classifier, state) : null;
        string?[] words = [metric.Name, config.Of == Total ? null : config.Of, config.In?.Replace('.', '_')];
        Goal = new SearchGoal(string.Join('_', words.OfType<string>()), config.Maximizes ?? metric.IsMoreBetter);
    }

    /// <summary>
    /// Its name in tables, with the metric and, unless it is that of the total over all time, where it is measured; and whether more is better.
    /// </summary>
    public SearchGoal Goal { get; }

    /// <summary>The objectives of a search.</summary>
    /// <exception cref="InputException">An objective names a metric, a portfolio or a regime that does not exist.</exception>
    internal static IReadOnlyList<Objective> Of(WorkflowConfig sweep, SearchConfig search)
    {
        var errors = new List<InputError>();
        Objective?[] objectives = [.. search.Objectives.Select(config => Read(config, sweep, errors))];
        if (errors.Count > 0)
            throw new InputException(errors);
        return [.. objectives.OfType<Objective>()];
    }

    /// <summary>Creates the recorder that a run needs for a regime's figures, or null if the objective covers all of the time.</summary>
    public RegimeReturnsRecorder? CreateRecorder() =>
        _regime is { } regime ? new RegimeReturnsRecorder(regime.Classifier, _config.Of == Total ? null : _config.Of) : null;

    /// <summary>The figure of a run minus penalties, or null if the run has none or must not win.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="regimes">The recorder that <see cref="CreateRecorder"/> created for this run.</param>
    public double? Value(RunSummary run, RegimeReturnsRecorder? regimes)
    {
        PerformanceMetrics whole = _config.Of == Total ? run.Metrics.Total : run.Metrics.Portfolios[_config.Of];
        if (run.Status != RunStatus.Completed || run.Metrics.Portfolios.Values.Any(portfolio => portfolio.Status == PortfolioStatus.Ruined))
            return null;
        PerformanceMetrics? metrics = _regime is { } regime ? regimes?.Measure(regime.State) : whole;
        if (_regime is { } own && regimes?.In(own.State).Count < _fewestDays)
            return null;
        int trades = _regime is { } within ? RegimeOf(run, within.Classifier, within.State).Trades : whole.Trades;
        if (metrics?.Volatility is null or 0 || trades < _config.MinimumTrades)
            return null;
        double? value = _metric.Name == "trades" ? trades : _metric.Of(metrics);
        if (!_config.IsAnnualized && run.Metrics.Times.TryGetValue(_config.Of, out MeasuredTime? time))
            value /= Math.Sqrt(time.PeriodsPerYear);
        return value is { } found && double.IsFinite(found) ? found + (Goal.Maximizes ? -Penalty(metrics) : Penalty(metrics)) : null;
    }

    /// <summary>The same objective within a regime of a classifier.</summary>
    /// <param name="classifier">The classifier's name.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="fewestTrades">The minimum number of trades a run must have entered in the regime to have a figure.</param>
    /// <param name="fewestDays">The minimum number of days that must have begun in it.</param>
    internal Objective Within(string classifier, string regime, int fewestTrades, int fewestDays) => new(
        _config with { In = $"{classifier}.{regime}", MinimumTrades = Math.Max(_config.MinimumTrades, fewestTrades) }, _metric, _penalties, fewestDays);

    /// <summary>Why it cannot be measured per regime, or null if it can.</summary>
    internal InputError? UnknownByRegime()
    {
        (string key, string found)? wrong = _config.In is not null ? ("in", $"the objective is already that of the regime '{_config.In}'")
            : !OfReturns.Contains(_metric.Name) ? ("metric", $"'{_metric.Name}' is not available by regime") : null;
        return wrong is not { } at ? null : new InputError("no_objective_by_regime", $"{at.found}, but mode: by_regime needs it in each regime")
        {
            Key = $"search.objective.{at.key}",
            Position = _config.Position,
            Fix = at.key == "in" ? "Remove it, or write mode: rolling." : $"Metrics available by regime are {string.Join(", ", OfReturns)}.",
        };
    }

    /// <summary>Why it cannot be computed from the total's returns on arbitrary days, or null if it can.</summary>
    internal InputError? Unsplittable()
    {
        (string key, string found)? wrong = this switch
        {
            { _config.Of: not Total } => ("of", $"the objective is that of portfolio '{_config.Of}'"),
            { _config.In: not null } => ("in", $"the objective is that of the regime '{_config.In}'"),
            _ when !ReturnMetric.Names.Contains(_metric.Name) => ("metric", $"'{_metric.Name}' cannot be computed from returns"),
            _ when Array.Find(_penalties, penalty => !ReturnMetric.Names.Contains(penalty.Metric.Name)) is { Metric: { } metric } =>
                ("penalties.metric", $"'{metric.Name}' cannot be computed from returns"),
            _ => null,
        };
        return wrong is not { } at ? null : new InputError("unsplittable_objective", $"{at.found}, but splits are scored by the daily returns of the total")
        {
            Key = $"search.objective.{at.key}",
            Position = _config.Position,
            Fix = $"For the total, use one of {string.Join(", ", ReturnMetric.Names)}, or validate with type: walk_forward, which executes runs.",
        };
    }

    /// <summary>The figure of the total's returns on some days minus penalties, or null if it cannot be computed.</summary>
    /// <param name="returns">Simple returns, in order of time.</param>
    /// <param name="riskFreeRate">The yearly risk-free rate, as a fraction.</param>
    /// <param name="periodsPerYear">The number of returns per year.</param>
    /// <param name="buffer">A buffer as long as the returns.</param>
    internal double? Score(ReadOnlySpan<double> returns, double riskFreeRate, double periodsPerYear, Span<double> buffer)
    {
        Span<double> copy = buffer[..returns.Length];
        double? value = Of(_metric, returns, copy);
        if (!_config.IsAnnualized)
            value /= Math.Sqrt(periodsPerYear);
        foreach ((PenaltyConfig config, Metric metric) in _penalties)
        {
            double penalty = PenaltyOf(config, Of(metric, returns, copy) ?? 0);
            value += Goal.Maximizes ? -penalty : penalty;
        }

        return value is { } found && double.IsFinite(found) ? found : null;

        double? Of(Metric metric, ReadOnlySpan<double> from, Span<double> to)
        {
            from.CopyTo(to);
            return ReturnMetric.Of(metric.Name, to, riskFreeRate, periodsPerYear);
        }
    }

    private RegimeMetrics RegimeOf(RunSummary run, string classifier, string state)
    {
        IReadOnlyDictionary<string, RegimeMetrics> regimes = run.Metrics.Regimes[classifier];
        return regimes.TryGetValue(state, out RegimeMetrics? regime)
            ? regime
            : throw new InputException(new InputError("unknown_regime", $"'{classifier}' has no regime '{state}'")
            {
                Key = "search.objective.in",
                Position = _config.Position,
                Fix = NearestName.Advice(state, [.. regimes.Keys]),
            });
    }

    private double Penalty(PerformanceMetrics metrics) => _penalties.Sum(penalty => PenaltyOf(penalty.Config, penalty.Metric.Of(metrics) ?? 0));

    private static double PenaltyOf(PenaltyConfig penalty, double value) => penalty.Weight
        * (Math.Max(0, value - (penalty.Above ?? double.PositiveInfinity)) + Math.Max(0, (penalty.Below ?? double.NegativeInfinity) - value));

    private static Objective? Read(ObjectiveConfig config, WorkflowConfig sweep, List<InputError> errors)
    {
        Metric? metric = Find(config.Metric, "search.objective.metric", config.Position, errors);
        string[] portfolios =
        [
            Total, .. sweep.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(sweep.Portfolios).Select(portfolio => portfolio.Name),
        ];
        if (!portfolios.Contains(config.Of))
        {
            errors.Add(new InputError("unknown_portfolio", $"there is no portfolio '{config.Of}'")
            {
                Key = "search.objective.of",
                Position = config.Position,
                Fix = NearestName.Advice(config.Of, portfolios),
            });
        }

        if (metric is { IsBesideBenchmark: true } && sweep.Benchmark is null)
        {
            errors.Add(new InputError("missing_benchmark", $"'{metric.Name}' needs a benchmark, but the run file has none")
            {
                Key = "search.objective.metric",
                Position = config.Position,
                Fix = "Write, for example, benchmark: SPX, a symbol in the data, or use another metric.",
            });
        }

        CheckRegime(config, metric, sweep, errors);
        if (metric is { IsScaled: false } && !config.IsAnnualized)
        {
            errors.Add(new InputError("invalid_value", $"'{metric.Name}' is not annualized")
            {
                Key = "search.objective.annualized",
                Position = config.Position,
                Fix = $"Remove 'annualized'. It applies to {string.Join(", ", Metric.All.Where(scaled => scaled.IsScaled).Select(scaled => scaled.Name))}.",
            });
        }

        var penalties = config.Penalties
            .Select(penalty => (Config: penalty, Metric: Find(penalty.Metric, "search.objective.penalties.metric", penalty.Position, errors)))
            .ToArray();
        return metric is null || Array.Exists(penalties, penalty => penalty.Metric is null)
            ? null
            : new Objective(config, metric, [.. penalties.Select(penalty => (penalty.Config, penalty.Metric!))]);
    }

    /// <summary>Checks that the classifier exists; which regimes it has is known only once it is created.</summary>
    private static void CheckRegime(ObjectiveConfig config, Metric? metric, WorkflowConfig sweep, List<InputError> errors)
    {
        if (config.In is null)
            return;
        string[] words = config.In.Split('.');
        ClassifierConfig? classifier = sweep.Classifiers.FirstOrDefault(each => each.Name == words[0]);
        if (words.Length != 2 || classifier is null)
        {
            Report("unknown_regime", $"'{config.In}' is not a classifier and one of its regimes", NearestName.Advice(words[0], [.. sweep.Classifiers.Select(each => each.Name)]));
        }
        else if (classifier.Reference is null && sweep.Data.SelectMany(data => data.Symbols).Distinct().Count() != 1)
        {
            Report("no_market_regime", $"'{classifier.Name}' has a regime for each symbol, so a day has no single regime", "Set a reference for the classifier, whose regime applies to the whole market.");
        }
        else if (metric is not null && !OfReturns.Contains(metric.Name))
        {
            Report("invalid_value", $"'{metric.Name}' is not available by regime", $"Metrics available by regime are {string.Join(", ", OfReturns)}.");
        }

        void Report(string code, string message, string fix) =>
            errors.Add(new InputError(code, message) { Key = "search.objective.in", Position = config.Position, Fix = fix });
    }

    private static Metric? Find(string name, string key, SourcePosition position, List<InputError> errors)
    {
        if (Metric.Find(name) is { } metric)
            return metric;
        errors.Add(new InputError("unknown_metric", $"there is no metric '{name}'")
        {
            Key = key,
            Position = position,
            Fix = NearestMetrics.Advice(name),
        });
        return null;
    }
}
