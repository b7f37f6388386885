using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A figure a search makes as great, or as small, as it can.</summary>
public sealed class Objective
{
    private const string Total = "total";

    private readonly ObjectiveConfig _config;
    private readonly Metric _metric;
    private readonly (PenaltyConfig Config, Metric Metric)[] _penalties;

    private Objective(ObjectiveConfig config, Metric metric, (PenaltyConfig, Metric)[] penalties)
    {
        _config = config;
        _metric = metric;
        _penalties = penalties;
        string?[] words = [metric.Name, config.Of == Total ? null : config.Of, config.In?.Replace('.', '_')];
        Goal = new SearchGoal(string.Join('_', words.OfType<string>()), config.Maximizes ?? metric.IsMoreBetter);
    }

    /// <summary>What it is called in tables, the metric and of whom or where it is measured unless that is all, and whether more is better.</summary>
    public SearchGoal Goal { get; }

    /// <summary>The objectives of a search.</summary>
    /// <exception cref="InputException">One names a metric, a portfolio or a regime that is not there.</exception>
    internal static IReadOnlyList<Objective> Of(WorkflowConfig sweep, SearchConfig search)
    {
        var errors = new List<InputError>();
        Objective?[] objectives = [.. search.Objectives.Select(config => Read(config, sweep, errors))];
        if (errors.Count > 0)
            throw new InputException(errors);
        return [.. objectives.OfType<Objective>()];
    }

    /// <summary>The figure of a run, penalties taken off, or null where the run has none or must not win.</summary>
    public double? Value(RunSummary run)
    {
        if (run.Status != RunStatus.Completed || MetricsOf(run) is not { } metrics || metrics.Trades < _config.MinimumTrades)
            return null;
        if (run.Metrics.Portfolios.Values.Any(portfolio => portfolio.Status == PortfolioStatus.Ruined) || metrics.Volatility is null or 0)
            return null;
        double? value = _metric.Of(metrics);
        if (!_config.IsAnnualized && run.Metrics.Times.TryGetValue(_config.Of, out MeasuredTime? time))
            value /= Math.Sqrt(time.PeriodsPerYear);
        return value is { } found && double.IsFinite(found) ? found + (Goal.Maximizes ? -Penalty(metrics) : Penalty(metrics)) : null;
    }

    private PerformanceMetrics? MetricsOf(RunSummary run) => _config.Of == Total ? run.Metrics.Total : run.Metrics.Portfolios[_config.Of];

    private double Penalty(PerformanceMetrics metrics) => _penalties.Sum(penalty =>
    {
        double value = penalty.Metric.Of(metrics) ?? 0;
        return penalty.Config.Weight
            * (Math.Max(0, value - (penalty.Config.Above ?? double.PositiveInfinity)) + Math.Max(0, (penalty.Config.Below ?? double.NegativeInfinity) - value));
    });

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

        if (metric is { IsScaled: false } && !config.IsAnnualized)
        {
            errors.Add(new InputError("invalid_value", $"'{metric.Name}' is not scaled to a year")
            {
                Key = "search.objective.annualized",
                Position = config.Position,
                Fix = $"Leave annualized out; {string.Join(", ", Metric.All.Where(scaled => scaled.IsScaled).Select(scaled => scaled.Name))} have it.",
            });
        }

        var penalties = config.Penalties
            .Select(penalty => (Config: penalty, Metric: Find(penalty.Metric, "search.objective.penalties.metric", penalty.Position, errors)))
            .ToArray();
        return metric is null || Array.Exists(penalties, penalty => penalty.Metric is null)
            ? null
            : new Objective(config, metric, [.. penalties.Select(penalty => (penalty.Config, penalty.Metric!))]);
    }

    private static Metric? Find(string name, string key, SourcePosition position, List<InputError> errors)
    {
        if (Metric.Find(name) is { } metric)
            return metric;
        errors.Add(new InputError("unknown_metric", $"there is no metric '{name}'")
        {
            Key = key,
            Position = position,
            Fix = NearestName.Advice(name, [.. Metric.All.Select(known => known.Name)]),
        });
        return null;
    }
}
