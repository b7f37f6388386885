using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The strategies whose parameters a search sets. These can be switched inside a run; other searched values cannot.</summary>
internal sealed class SearchedStrategies(SearchPlan plan)
{
    private readonly Dictionary<SearchPoint, WorkflowConfig> _configs = []; // several windows often trade the same point

    /// <summary>Throws if the searched values cannot be switched inside a run.</summary>
    /// <param name="refused">Creates the error from a description of what was found.</param>
    /// <exception cref="InputException">Something other than parameters of a strategy is searched, or the strategy switches them itself.</exception>
    public void Require(Func<string, InputException> refused)
    {
        foreach (SearchedParameter parameter in plan.Parameters)
        {
            if (!Owners(plan.Sweep).Any(owner => IsOf(parameter, owner.Path)))
            {
                throw refused(
                    $"'{parameter.Name}' ({parameter.Path}) does not name a parameter of a strategy of a portfolio by their names, so it cannot change during a run");
            }
        }

        foreach ((PortfolioConfig portfolio, StrategyConfig strategy, _) in Owners(plan.Sweep).Where(owner => IsSearched(owner.Path)))
        {
            if (strategy.ByDate is not null || strategy.ByRegime is not null)
                throw refused($"the parameters of '{strategy.Name}' already switch by {(strategy.ByDate is null ? "regime" : "date")}");
        }
    }

    /// <summary>The names of their portfolios.</summary>
    public IEnumerable<string> Portfolios =>
        Owners(plan.Sweep).Where(owner => IsSearched(owner.Path)).Select(owner => owner.Portfolio.Name).Distinct(StringComparer.Ordinal);

    /// <summary>A run with these strategies changed.</summary>
    /// <param name="config">The run.</param>
    /// <param name="change">Changes a strategy, given the name of its portfolio.</param>
    public WorkflowConfig Replace(WorkflowConfig config, Func<string, StrategyConfig, StrategyConfig> change)
    {
        return config with
        {
            Portfolios = [.. config.Portfolios.Select(Replaced)],
            Classifiers = [.. config.Classifiers.Select(classifier => classifier with { Portfolios = [.. classifier.Portfolios.Select(Replaced)] })],
        };

        PortfolioConfig Replaced(PortfolioConfig portfolio) => portfolio with
        {
            Strategies = [.. portfolio.Strategies.Select(strategy => IsSearched(PathOf(portfolio, strategy)) ? change(portfolio.Name, strategy) : strategy)],
        };
    }

    /// <summary>The parameters of one of the strategies at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="portfolio">The name of its portfolio.</param>
    /// <param name="strategy">Its name.</param>
    public ParameterMap ParametersOf(SearchPoint point, string portfolio, string strategy)
    {
        if (!_configs.TryGetValue(point, out WorkflowConfig? config))
            _configs.Add(point, config = plan.ConfigOf(point));
        return Owners(config).Single(owner => owner.Portfolio.Name == portfolio && owner.Strategy.Name == strategy).Strategy.Parameters;
    }

    /// <summary>The parameters that differ in regimes for one of the strategies, or null if none do.</summary>
    /// <param name="parameters">The traded parameters.</param>
    /// <param name="portfolio">The name of its portfolio.</param>
    /// <param name="strategy">The strategy.</param>
    public IReadOnlyList<RegimeParametersConfig>? ByRegime(WindowParameters parameters, string portfolio, StrategyConfig strategy)
    {
        string plain = TextOf(ParametersOf(parameters.Point, portfolio, strategy.Name));
        RegimeParametersConfig[] differing =
        [
            .. parameters.ByRegime.Select(regime => new RegimeParametersConfig
            {
                Regime = regime.Regime,
                Parameters = ParametersOf(regime.Point, portfolio, strategy.Name),
                Position = strategy.Position,
            }).Where(regime => TextOf(regime.Parameters) != plain),
        ];
        return differing.Length > 0 ? differing : null;
    }

    /// <summary>Parameters as text, for comparison.</summary>
    public static string TextOf(ParameterMap parameters) => ConfigJson.Write(parameters)!.ToJsonString();

    private bool IsSearched(string path) => plan.Parameters.Any(parameter => IsOf(parameter, path));

    private static IEnumerable<(PortfolioConfig Portfolio, StrategyConfig Strategy, string Path)> Owners(WorkflowConfig config) =>
        config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(config.Portfolios)
            .SelectMany(portfolio => portfolio.Strategies.Select(strategy => (portfolio, strategy, PathOf(portfolio, strategy))));

    private static string PathOf(PortfolioConfig portfolio, StrategyConfig strategy) =>
        $"portfolios.{portfolio.Name}.strategies.{strategy.Name}.parameters";

    private static bool IsOf(SearchedParameter parameter, string path) =>
        $".{parameter.Path}.".Contains($".{path}.", StringComparison.Ordinal);
}
