using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Determines the family in which trials are counted.</summary>
public static class TrialFamily
{
    private const int LongestFamily = 120;
    private const int ShortHash = 8;

    /// <summary>
    /// The family of a run or a search: the one the user names, else the ids of the strategies and the symbols, whatever the time and the timeframe.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="symbolsOfData">The symbols of its data.</param>
    public static string Of(WorkflowConfig run, IEnumerable<string> symbolsOfData)
    {
        if (run.Family is { } named)
            return named;
        StrategyConfig[] strategies = [.. Portfolios(run).SelectMany(portfolio => portfolio.Strategies).SelectMany(Leaves)];
        IEnumerable<string> ids = strategies.Select(strategy => strategy.Type);
        IEnumerable<string> symbols = Array.TrueForAll(strategies, strategy => strategy.Symbols.Count > 0)
            ? strategies.SelectMany(strategy => strategy.Symbols)
            : symbolsOfData;
        string family = $"{Join(ids)} on {Join(symbols)}";
        return family.Length <= LongestFamily ? family : $"{family[..LongestFamily]}… {ExperimentIdentity.HashOf(family)[..ShortHash]}";
    }

    private static IEnumerable<PortfolioConfig> Portfolios(WorkflowConfig run) =>
        run.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(run.Portfolios);

    private static IEnumerable<StrategyConfig> Leaves(StrategyConfig strategy) =>
        strategy.Strategies is { } members ? members.SelectMany(Leaves).Prepend(strategy) : [strategy];

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));
}
