using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// The searches of a walk-forward by regime: in each window the search is repeated for each regime of a classifier, on the days of the window that
/// began in that regime.
/// </summary>
internal static class RegimeSearches
{
    /// <summary>The minimum number of days that must have begun in a regime, as in the regimes step of research.</summary>
    public const int FewestDays = 30;

    /// <summary>Performs the checks possible without a run.</summary>
    /// <exception cref="InputException">The classifier cannot be used, or parameters cannot switch by its regimes.</exception>
    public static void Require(SearchPlan plan, WalkForwardConfig config)
    {
        if (plan.Sweep.Classifiers.FirstOrDefault(own => own.Name == config.Classifier) is not { } classifier)
        {
            throw Refused(
                plan, config, "unknown_classifier", "classifier", $"there is no classifier '{config.Classifier}'",
                plan.Sweep.Classifiers.Count == 0 ? "Move the portfolio under a classifier."
                    : $"Available: {string.Join(", ", plan.Sweep.Classifiers.Select(own => own.Name))}.");
        }

        if (classifier.Reference is null)
        {
            throw Refused(
                plan, config, "no_market_regime", "classifier",
                $"'{classifier.Name}' has a regime for each symbol, but a search in a regime needs one for the whole market", $"Set a reference for '{classifier.Name}'.");
        }

        var strategies = new SearchedStrategies(plan);
        strategies.Require(found => Refused(
            plan, config, "not_switched", "mode", $"parameters cannot switch by regime: {found}", "Search only parameters of strategies, or write mode: rolling."));
        if (strategies.Portfolios.FirstOrDefault(name => classifier.Portfolios.All(own => own.Name != name)) is { } outside)
        {
            throw Refused(
                plan, config, "not_switched", "classifier", $"portfolio '{outside}', whose strategies are searched, is not under '{classifier.Name}'",
                $"Move it under '{classifier.Name}', or name the classifier above it.");
        }

        if (plan.Objectives.Select(objective => objective.UnknownByRegime()).OfType<InputError>().FirstOrDefault() is { } error)
            throw new InputException(error);
    }

    /// <summary>The search for each regime.</summary>
    /// <param name="plan">The search for all of the time.</param>
    /// <param name="config">The walk-forward.</param>
    /// <param name="regimes">The classifier's regimes.</param>
    public static IReadOnlyList<(string Regime, SearchPlan Plan)> Of(SearchPlan plan, WalkForwardConfig config, IReadOnlyList<string> regimes) =>
    [
        .. regimes.Select(regime => (
            regime, plan.For([.. plan.Objectives.Select(objective => objective.Within(config.Classifier!, regime, config.MinimumTrades, FewestDays))]))),
    ];

    private static InputException Refused(SearchPlan plan, WalkForwardConfig config, string code, string key, string message, string fix) => new(new InputError(code, message)
    {
        Key = $"validation.{key}",
        Position = config.Position.File is null ? config.Position with { File = plan.Sweep.File } : config.Position,
        Fix = fix,
    });
}
