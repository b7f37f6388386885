using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Schema;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>steps</c>: the steps of a research workflow, by name.</summary>
internal sealed class ResearchStepsKind : ValueKind<IReadOnlyList<ResearchStepConfig>?>
{
    private const string NameOfClassifier = "The name of the classifier, which must have a reference.";

    private static readonly Key<ResearchStepConfig, IReadOnlyList<string>> After =
        new("after", Kinds.Texts, step => step.After, "The steps whose results it starts from.") { Default = [] };

    private static readonly Key<ResearchStepConfig, SearchConfig> Search =
        new("search", SearchSection.Kind, step => ((ResearchStepConfig.Search)step).What, "What is searched, as in a sweep.") { IsRequired = true };

    private static readonly Key<ResearchStepConfig, string> ClassifierOfRegimes =
        new("classifier", Kinds.Text, step => ((ResearchStepConfig.Regimes)step).Classifier, NameOfClassifier) { IsRequired = true };

    private static readonly Key<ResearchStepConfig, IReadOnlyList<int>> States = new(
        "states", new ListKind<int>(Kinds.Integer(Bounds.From(1))), step => ((ResearchStepConfig.Regimes)step).States,
        "The numbers of states to compare by how likely they make the bars. The classifier has the chosen number from this step on.")
    {
        Default = [],
    };

    private static readonly Key<ResearchStepConfig, StatesMeasure> Choose = new(
        "choose",
        new ChoiceKind<StatesMeasure>(("held_out", StatesMeasure.HeldOut), ("bic", StatesMeasure.Bic), ("none", StatesMeasure.None)),
        step => ((ResearchStepConfig.Regimes)step).Choose,
        "What the number of states is chosen by: the log-likelihood of bars not yet fitted, the Bayesian information criterion, or nothing.")
    {
        Default = StatesMeasure.HeldOut,
    };

    private static readonly Key<ResearchStepConfig, int> MinimumTrades = new(
        "minimum_trades", Kinds.Integer(Bounds.NotNegative), step => ((ResearchStepConfig.Regimes)step).MinimumTrades,
        "The number of trades that parameters must have entered in a regime to be compared in it.")
    {
        Default = 20,
    };

    private static readonly Key<ResearchStepConfig, double> Significance = new(
        "significance", Kinds.Number(Bounds.PositiveUpTo(1)), step => ((ResearchStepConfig.Regimes)step).Significance,
        "The share of findings that may be false: parameters of a regime are used only if they are better by more than chance.")
    {
        Default = 0.05,
    };

    private static readonly Key<ResearchStepConfig, string?> ClassifierOfEnsemble = new(
        "classifier", Kinds.Text!, step => ((ResearchStepConfig.Ensemble)step).Classifier, $"{NameOfClassifier} Default: that of the regimes step before it, or the only one.");

    private static readonly Key<double, double> Step = new("step", Kinds.Number(Bounds.PositiveUpTo(1)), step => step, "The distance between the weights that are tried.") { Default = 0.25 };

    private static readonly Key<ResearchStepConfig, double> Weights = new(
        "weights", new ObjectKind<double>([Step], map => map.Get(Step)), step => ((ResearchStepConfig.Ensemble)step).Step, "The weights that are tried.")
    { Default = 0.25 };

    private static readonly Key<ResearchStepConfig, double> Sum =
        new("sum", Kinds.Number(Bounds.Positive), step => ((ResearchStepConfig.Ensemble)step).Sum, "The sum of the weights of all strategies in a regime.") { Default = 1 };

    private static readonly MapKind<ResearchStepConfig> Map = new(new UnionKind<ResearchStepConfig>(
        new UnionCase<ResearchStepConfig>("search", step => step is ResearchStepConfig.Search, [After, Search], map => new ResearchStepConfig.Search
        {
            After = map.Get(After),
            What = map.Get(Search),
            Position = map.Position,
        }),
        new UnionCase<ResearchStepConfig>(
            "regimes", step => step is ResearchStepConfig.Regimes, [After, ClassifierOfRegimes, States, Choose, MinimumTrades, Significance],
            map => new ResearchStepConfig.Regimes
            {
                After = map.Get(After),
                Classifier = map.Get(ClassifierOfRegimes),
                States = map.Get(States),
                Choose = map.Get(Choose),
                MinimumTrades = map.Get(MinimumTrades),
                Significance = map.Get(Significance),
                Position = map.Position,
            }),
        new UnionCase<ResearchStepConfig>(
            "ensemble", step => step is ResearchStepConfig.Ensemble, [After, ClassifierOfEnsemble, Weights, Sum],
            map => new ResearchStepConfig.Ensemble
            {
                After = map.Get(After),
                Classifier = map.Get(ClassifierOfEnsemble),
                Step = map.Get(Weights),
                Sum = map.Get(Sum),
                Position = map.Position,
            }),
        new UnionCase<ResearchStepConfig>("holdout", step => step is ResearchStepConfig.Holdout, [After], map => new ResearchStepConfig.Holdout
        {
            After = map.Get(After),
            Position = map.Position,
        }))
    {
        TagDescription = "What the step does.",
    });

    /// <inheritdoc/>
    public override IReadOnlyList<ResearchStepConfig>? Read(Place place) => [.. Map.Read(place).Select(pair => pair.Value with { Name = pair.Key })];

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<ResearchStepConfig>? value) =>
        value is null ? null : Map.Write([.. value.Select(step => KeyValuePair.Create(step.Name, step))]);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => Map.Describe(schema);
}
