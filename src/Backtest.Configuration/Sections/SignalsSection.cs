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
        "Over how many bars signals are measured.")
    {
        Default = SignalsConfig.UsualHorizons,
    };

    private static readonly Key<SignalsConfig, string?> From = new(
        "from",
        Kinds.Text!,
        signals => signals.From,
        "The signals a replay is of: a run folder, a table of signals, or a folder of such. Relative to the run file.");

    private static readonly Key<SignalsConfig, int> MinimumAgreement = new(
        "minimum_agreement",
        Kinds.Integer(Bounds.From(1)),
        signals => signals.MinimumAgreement,
        "How many strategies of a portfolio must want the same side of a symbol in a turn for an entry to be replayed.")
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
            map.Error(Horizons.Name, "empty_list", "the list is empty.", "Give it at least one horizon.");
        if (horizons.Distinct().Count() != horizons.Count)
            map.Error(Horizons.Name, "duplicate_value", "a horizon is given twice.", "Give each once.");
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
            "What the strength of its entries is multiplied by: the share it takes of what it would take by itself.")
        {
            Default = 1,
        };

        private static readonly Key<ReplayedStrategyConfig, int?> Agreement = new(
            "minimum_agreement",
            Kinds.Maybe(Kinds.Integer(Bounds.From(1))),
            strategy => strategy.MinimumAgreement,
            "How many strategies must agree on its entries; as many as for all, unless given.");

        private static readonly Key<ReplayedStrategyConfig, string?> Portfolio = new(
            "portfolio",
            Kinds.Name!,
            strategy => strategy.Portfolio,
            "The portfolio its signals were recorded in; the one of the same name, or the only one that has it, unless given.");

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
