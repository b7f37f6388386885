using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>signals</c>: how they are measured if a run ends with them, and which are used if a run begins with them.</summary>
internal static class SignalsSection
{
    private const int LongestHorizon = 100_000;

    private static readonly Key<SignalsConfig, IReadOnlyList<int>> Horizons = new(
        "horizons",
        new ListKind<int>(Kinds.Integer(Bounds.Between(1, LongestHorizon))),
        signals => signals.Horizons,
        "The numbers of bars over which signals are measured.")
    {
        Default = SignalsConfig.UsualHorizons,
    };

    private static readonly Key<SignalsConfig, string?> From = new(
        "from",
        Kinds.Text!,
        signals => signals.From,
        "The signals to replay: a run folder, a table of signals, or a folder of such tables. Relative to the run file.");

    private static readonly Key<SignalsConfig, int> MinimumAgreement = new(
        "minimum_agreement",
        Kinds.Integer(Bounds.From(1)),
        signals => signals.MinimumAgreement,
        "The number of strategies of a portfolio that must want the same side of a symbol in a turn for an entry to be replayed.")
    {
        Default = 1,
    };

    private static readonly Key<SignalsConfig, IReadOnlyList<KeyValuePair<string, ReplayedStrategyConfig>>> Strategies = new(
        "strategies",
        new MapKind<ReplayedStrategyConfig>(Strategy.Kind),
        signals => [.. signals.Strategies.OrderBy(strategy => strategy.Key, StringComparer.Ordinal)],
        "How signals of some strategies are replayed, by the strategies' names.")
    {
        Default = [],
    };

    /// <summary>The section.</summary>
    public static ValueKind<SignalsConfig> Kind { get; } = new ObjectKind<SignalsConfig>([Horizons, From, MinimumAgreement, Strategies], Build);

    private static SignalsConfig Build(MapReader map)
    {
        IReadOnlyList<int> horizons = map.Get(Horizons);
        if (horizons.Count == 0)
            map.Error(Horizons.Name, "empty_list", "the list is empty.", "Add at least one horizon.");
        if (horizons.Distinct().Count() != horizons.Count)
            map.Error(Horizons.Name, "duplicate_value", "a horizon is listed twice.", "List each horizon once.");
        return new SignalsConfig
        {
            Horizons = horizons,
            From = map.Get(From),
            MinimumAgreement = map.Get(MinimumAgreement),
            Strategies = map.Get(Strategies).ToDictionary(strategy => strategy.Key, strategy => strategy.Value, StringComparer.Ordinal),
            Position = map.Position,
        };
    }

    /// <summary>A value of <c>strategies</c>.</summary>
    private static class Strategy
    {
        private static readonly Key<ReplayedStrategyConfig, double> Weight = new(
            "weight",
            Kinds.Number(Bounds.PositiveUpTo(1)),
            strategy => strategy.Weight,
            "The factor for the strength of its entries: the share of what it would trade by itself.")
        {
            Default = 1,
        };

        private static readonly Key<ReplayedStrategyConfig, int?> Agreement = new(
            "minimum_agreement",
            Kinds.Maybe(Kinds.Integer(Bounds.From(1))),
            strategy => strategy.MinimumAgreement,
            "The number of strategies that must agree on its entries. Default: the number that applies to all.");

        private static readonly Key<ReplayedStrategyConfig, string?> Portfolio = new(
            "portfolio",
            Kinds.Name!,
            strategy => strategy.Portfolio,
            "The portfolio in which its signals were recorded. Default: the one of the same name, or the only one that has it.");

        /// <summary>The section.</summary>
        public static ValueKind<ReplayedStrategyConfig> Kind { get; } =
            new ObjectKind<ReplayedStrategyConfig>([Weight, Agreement, Portfolio], Build);

        private static ReplayedStrategyConfig Build(MapReader map) => new()
        {
            Weight = map.Get(Weight),
            MinimumAgreement = map.Get(Agreement),
            Portfolio = map.Get(Portfolio),
            Position = map.Position,
        };
    }
}
