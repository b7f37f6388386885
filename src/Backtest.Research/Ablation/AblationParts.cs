using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A run without one of its parts.</summary>
/// <param name="Kind">The kind of the part.</param>
/// <param name="Name">The name of the part.</param>
/// <param name="Config">The run without it, or null if nothing that trades is left.</param>
/// <param name="IdleCapital">The capital that it frees and that stays idle.</param>
internal sealed record AblatedRun(string Kind, string Name, WorkflowConfig? Config, decimal IdleCapital = 0);

/// <summary>Removes the parts of a run, one at a time.</summary>
internal static class AblationParts
{
    private const string Limits = "limits";
    private const string ByRegime = "by_regime";

    /// <summary>The run without each of its parts, in the order of the run file.</summary>
    public static IEnumerable<AblatedRun> Of(WorkflowConfig config)
    {
        foreach (ClassifierConfig classifier in config.Classifiers)
        {
            yield return new AblatedRun("classifier", classifier.Name, config with
            {
                Classifiers = [.. config.Classifiers.Where(other => other != classifier)],
                Portfolios = [.. classifier.Portfolios.Select(WithoutRegimes), .. config.Portfolios],
            });
        }

        PortfolioConfig[] portfolios = [.. config.Classifiers.SelectMany(classifier => classifier.Portfolios), .. config.Portfolios];
        foreach (PortfolioConfig portfolio in portfolios)
        {
            if (portfolios.Length > 1)
                yield return Without(config, "portfolio", portfolio.Name, portfolio, null);
            foreach ((string key, ParameterMap parameters, string kind) in Risk(portfolio.Risk.Parameters))
            {
                PortfolioConfig changed = portfolio with { Risk = portfolio.Risk with { Parameters = parameters } };
                yield return Without(config, kind, $"{portfolio.Name}.{key}", portfolio, changed);
            }

            foreach ((string kind, string name, IReadOnlyList<StrategyConfig> left) in Strategies(portfolio.Strategies, portfolio.Name))
                yield return Without(config, kind, name, portfolio, left.Count == 0 ? null : portfolio with { Strategies = left });
        }
    }

    /// <summary>The run with a changed portfolio, or without the portfolio and with its capital idle.</summary>
    private static AblatedRun Without(WorkflowConfig config, string kind, string name, PortfolioConfig portfolio, PortfolioConfig? changed)
    {
        ClassifierConfig[] classifiers =
        [
            .. config.Classifiers.Select(classifier => classifier with { Portfolios = [.. Replaced(classifier.Portfolios)] })
                .Where(classifier => classifier.Portfolios.Count > 0),
        ];
        PortfolioConfig[] portfolios = [.. Replaced(config.Portfolios)];
        bool isNone = classifiers.Length + portfolios.Length == 0;
        return new AblatedRun(
            kind, name, isNone ? null : config with { Classifiers = classifiers, Portfolios = portfolios }, changed is null ? portfolio.Capital : 0);

        IEnumerable<PortfolioConfig> Replaced(IReadOnlyList<PortfolioConfig> all) =>
            all.Select(each => each == portfolio ? changed : each).OfType<PortfolioConfig>();
    }

    /// <summary>A list of strategies without each of its members, and without each of their rules.</summary>
    /// <param name="strategies">The list.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="isInside">Whether the list belongs to a container, which needs at least one strategy.</param>
    private static IEnumerable<(string Kind, string Name, IReadOnlyList<StrategyConfig> Left)> Strategies(
        IReadOnlyList<StrategyConfig> strategies, string path, bool isInside = false)
    {
        foreach (StrategyConfig strategy in strategies)
        {
            string name = $"{path}.{strategy.Name}";
            if (!isInside || strategies.Count > 1)
                yield return ("strategy", name, Replaced(strategy, []));
            if (strategy.ActiveIn is not null)
            {
                StrategyConfig always = Always(strategy) with { ByRegime = strategy.ByRegime, ByDate = strategy.ByDate, Strategies = strategy.Strategies };
                yield return ("regime_rule", name, Replaced(strategy, [always]));
            }

            foreach (RegimeParametersConfig regime in strategy.ByRegime ?? [])
            {
                RegimeParametersConfig[] left = [.. strategy.ByRegime!.Where(other => other != regime)];
                StrategyConfig without = strategy with { ByRegime = left.Length == 0 ? null : left };
                yield return ("regime_rule", $"{name}.{ByRegime}.{regime.Regime}", Replaced(strategy, [without]));
            }

            if (strategy.Strategies is not { } members)
                continue;
            StrategyConfig[] apart = [.. members.Select(member => member with { Name = $"{strategy.Name}-{member.Name}" })];
            yield return ("container", name, Replaced(strategy, apart));
            foreach ((string kind, string inner, IReadOnlyList<StrategyConfig> left) in Strategies(members, name, isInside: true))
                yield return (kind, inner, Replaced(strategy, [strategy with { Strategies = left }]));
        }

        IReadOnlyList<StrategyConfig> Replaced(StrategyConfig strategy, IReadOnlyList<StrategyConfig> by) =>
            [.. strategies.SelectMany(each => each == strategy ? by : [each])];
    }

    /// <summary>The parameters of a risk manager without each of its limits, and without the changes of each regime.</summary>
    private static IEnumerable<(string Key, ParameterMap Left, string Kind)> Risk(ParameterMap parameters)
    {
        if (parameters[Limits] is ParameterList limits)
        {
            foreach (ParameterNode limit in limits.Items)
            {
                string name = (limit as ParameterMap)?["type"] is ParameterScalar type ? type.Text : "limit";
                yield return (name, With(parameters, Limits, limits with { Items = [.. limits.Items.Where(other => other != limit)] }), "limit");
            }
        }

        if (parameters[ByRegime] is ParameterMap regimes)
        {
            foreach (ParameterEntry regime in regimes.Entries)
            {
                ParameterMap left = regimes with { Entries = [.. regimes.Entries.Where(other => other != regime)] };
                yield return ($"{ByRegime}.{regime.Key}", With(parameters, ByRegime, left.Entries.Count == 0 ? null : left), "regime_rule");
            }
        }
    }

    private static PortfolioConfig WithoutRegimes(PortfolioConfig portfolio) => portfolio with
    {
        Risk = portfolio.Risk with { Parameters = With(portfolio.Risk.Parameters, ByRegime, null) },
        Strategies = [.. portfolio.Strategies.Select(Always)],
    };

    private static StrategyConfig Always(StrategyConfig strategy) => strategy with
    {
        ActiveIn = null,
        ByRegime = null,
        ByDate = strategy.ByDate is { } byDate ? [.. byDate.Select(dated => dated with { ByRegime = null })] : null,
        ClosesOnLeave = false,
        KeepsResting = strategy.KeepsResting && strategy.Universe is not null,
        Strategies = strategy.Strategies is { } members ? [.. members.Select(Always)] : null,
    };

    private static ParameterMap With(ParameterMap map, string key, ParameterNode? value) => map with
    {
        Entries =
        [
            .. map.Entries.Where(entry => entry.Key != key || value is not null)
                .Select(entry => entry.Key == key ? entry with { Value = value! } : entry),
        ],
    };
}
