using System.Security.Cryptography;
using System.Text;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>What makes a search the same as another, and what its trials are counted under.</summary>
internal static class ExperimentIdentity
{
    private const int LongestFamily = 120;
    private const int ShortHash = 8;

    /// <summary>The id of an experiment: a hash of all its trials follow from.</summary>
    public static string Of(WorkflowConfig sweep, string fingerprint, IReadOnlyList<IPluginSource> plugins)
    {
        string[] contents =
        [
            .. NamedPlugin.All(sweep).Select(named =>
                $"{named.Kind.Id} {named.Type} {plugins.Select(source => source.ContentHash(named.Kind, named.Type)).FirstOrDefault(hash => hash is not null)}"),
        ];
        return HashOf(string.Join('\n', ["experiment", ConfigJson.Hash(sweep), fingerprint, Results.EngineVersion.Current, .. contents]));
    }

    /// <summary>The family: as the user named it, else the ids of the strategies and the symbols, whatever the time and the timeframe.</summary>
    public static string FamilyOf(WorkflowConfig sweep, IEnumerable<string> symbolsOfData)
    {
        if (sweep.Family is { } named)
            return named;
        StrategyConfig[] strategies = [.. Portfolios(sweep).SelectMany(portfolio => portfolio.Strategies).SelectMany(Leaves)];
        IEnumerable<string> ids = strategies.Select(strategy => strategy.Type);
        IEnumerable<string> symbols = Array.TrueForAll(strategies, strategy => strategy.Symbols.Count > 0)
            ? strategies.SelectMany(strategy => strategy.Symbols)
            : symbolsOfData;
        string family = $"{Join(ids)} on {Join(symbols)}";
        return family.Length <= LongestFamily ? family : $"{family[..LongestFamily]}… {HashOf(family)[..ShortHash]}";
    }

    /// <summary>The SHA-256 of a text, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<PortfolioConfig> Portfolios(WorkflowConfig sweep) =>
        sweep.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(sweep.Portfolios);

    private static IEnumerable<StrategyConfig> Leaves(StrategyConfig strategy) =>
        strategy.Strategies is { } members ? members.SelectMany(Leaves).Prepend(strategy) : [strategy];

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));
}
