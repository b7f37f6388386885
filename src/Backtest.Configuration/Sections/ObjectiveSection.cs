using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>search.objective</c>: what is better.</summary>
internal static class ObjectiveSection
{
    private static readonly Key<ObjectiveConfig, string> Metric =
        new("metric", Kinds.Text, objective => objective.Metric, "The metric's name, such as sharpe, total_return or max_drawdown.") { Default = "sharpe" };

    private static readonly Key<ObjectiveConfig, bool?> Direction = new(
        "direction",
        new ChoiceKind<bool?>(("maximize", true), ("minimize", false)),
        objective => objective.Maximizes,
        "Whether a higher or a lower value is better. Default: what suits the metric.");

    private static readonly Key<ObjectiveConfig, string> Of =
        new("of", Kinds.Text, objective => objective.Of, "Whose metric it is: total, or a portfolio's name.") { Default = "total" };

    private static readonly Key<ObjectiveConfig, string?> In =
        new("in", Kinds.Text!, objective => objective.In, "The regime it is measured in, as classifier.regime. Default: all regimes.");

    private static readonly Key<ObjectiveConfig, bool> Annualized = new(
        "annualized", Kinds.Boolean, objective => objective.IsAnnualized, "Whether metrics that can be annualized are compared in their annualized form.")
    { Default = true };

    private static readonly Key<ObjectiveConfig, int> MinimumTrades = new(
        "minimum_trades", Kinds.Integer(Bounds.NotNegative), objective => objective.MinimumTrades, "Trials with fewer closed trades rank last.");

    private static readonly Key<ObjectiveConfig, IReadOnlyList<PenaltyConfig>> Penalties = new(
        "penalties", new ListKind<PenaltyConfig>(PenaltySection.Kind), objective => objective.Penalties, "What lowers the objective of a trial.")
    { Default = [] };

    /// <summary>The section.</summary>
    public static ValueKind<ObjectiveConfig> Kind { get; } =
        new ObjectKind<ObjectiveConfig>([Metric, Direction, Of, In, Annualized, MinimumTrades, Penalties], Build);

    private static ObjectiveConfig Build(MapReader map) => new()
    {
        Metric = map.Get(Metric) ?? "",
        Maximizes = map.Get(Direction),
        Of = map.Get(Of) ?? "",
        In = map.Get(In),
        IsAnnualized = map.Get(Annualized),
        MinimumTrades = map.Get(MinimumTrades),
        Penalties = map.Get(Penalties),
        Position = map.Position,
    };
}
