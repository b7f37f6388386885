using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A validated research workflow: its steps in order, and what each of them searches.</summary>
public sealed class ResearchPlan
{
    private const string Parameters = "parameters";

    private readonly RunFileTree _tree;

    private ResearchPlan(RunFileTree tree, WorkflowConfig config)
    {
        _tree = tree;
        Config = config;
        Steps = ResearchSteps.InOrder(config.Steps!);
        Searches = Steps.OfType<ResearchStepConfig.Search>().ToDictionary(step => step.Name, SearchOf, StringComparer.Ordinal);
    }

    /// <summary>The run file.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>The steps, each after those it builds on.</summary>
    public IReadOnlyList<ResearchStepConfig> Steps { get; }

    /// <summary>The search of each search step, by the step's name.</summary>
    internal IReadOnlyDictionary<string, StepSearch> Searches { get; }

    /// <summary>Validates a research workflow.</summary>
    /// <param name="tree">The run file.</param>
    /// <exception cref="InputException">The run file is invalid.</exception>
    public static ResearchPlan Of(RunFileTree tree)
    {
        WorkflowConfig config = tree.Read();
        if (config.Steps is null)
        {
            throw new InputException(new InputError("missing_key", "the run file has no steps")
            {
                Key = "steps",
                Position = new SourcePosition(config.File),
                Fix = "Write workflow: research and its steps, or run the file as a backtest.",
            });
        }

        var plan = new ResearchPlan(tree, config);
        foreach (ResearchStepConfig.Regimes step in plan.Steps.OfType<ResearchStepConfig.Regimes>())
            plan.RequireStrategies(step);
        foreach (ResearchStepConfig.Ensemble step in plan.Steps.OfType<ResearchStepConfig.Ensemble>())
            plan.RequireSeveral(step);
        if (plan.Steps.OfType<ResearchStepConfig.Holdout>().FirstOrDefault() is { } holdout && config.Benchmark is null)
            plan.RequireOneSymbol(holdout);
        return plan;
    }

    /// <summary>A step by its name.</summary>
    internal ResearchStepConfig Step(string name) => Steps.First(step => step.Name == name);

    /// <summary>The steps of one type before a given one, in the order they are executed.</summary>
    internal IEnumerable<TStep> Before<TStep>(ResearchStepConfig step)
        where TStep : ResearchStepConfig
    {
        ResearchStepConfig[] before = [.. ResearchSteps.Before(step, Config.Steps!)];
        return Steps.Where(own => before.Contains(own)).OfType<TStep>();
    }

    /// <summary>The run with values applied, as a backtest that excludes the held-out days.</summary>
    /// <param name="sets">The values, each by its path.</param>
    /// <param name="isLook">Whether it runs on the held-out days instead.</param>
    internal WorkflowConfig Run(JsonObject sets, bool isLook = false)
    {
        RunFileTree tree = isLook ? _tree.Set("holdout.look", new ParameterScalar("true", IsQuoted: false, default)) : _tree;
        return tree.With(sets.Select(set => (set.Key, ConfigJson.Read(set.Value), default(SourcePosition)))).Read();
    }

    private StepSearch SearchOf(ResearchStepConfig.Search step)
    {
        (string Portfolio, string Strategy)? only = StrategyOf(step.What);
        RunFileTree tree = _tree.OfSearch(step.Name, only);
        var search = SearchPlan.Of(tree);
        if (search.Space.Count is < 2)
        {
            throw Wrong("too_few_trials", $"steps.{step.Name}.search.parameters", step, "the search has only one point, so there is nothing to choose from",
                "Add a parameter with at least two values.");
        }

        return new StepSearch(search, tree, only);
    }

    /// <summary>The strategy to which all searched parameters belong, or null if there are others.</summary>
    private static (string Portfolio, string Strategy)? StrategyOf(SearchConfig search)
    {
        (string, string)?[] all =
        [
            .. search.Parameters.Select(parameter =>
                parameter.Path.Split('.') is ["portfolios", var portfolio, "strategies", var strategy, Parameters, _]
                    ? (portfolio, strategy)
                    : ((string, string)?)null).Distinct(),
        ];
        return all is [{ } only] ? only : null;
    }

    private void RequireStrategies(ResearchStepConfig.Regimes step)
    {
        foreach (ResearchStepConfig.Search search in Before<ResearchStepConfig.Search>(step))
        {
            if (Searches[search.Name].Strategy is not { } strategy)
            {
                throw Wrong("several_strategies", $"steps.{step.Name}.after", step,
                    $"'{search.Name}' searches more than plain parameters of one strategy, but only these can differ by regime",
                    "Write a search step for each strategy. Search a map as a whole.");
            }

            if (!Config.Classifiers.First(own => own.Name == step.Classifier).Portfolios.Any(portfolio => portfolio.Name == strategy.Portfolio))
            {
                throw Wrong("no_classifier", $"steps.{step.Name}.classifier", step,
                    $"portfolio '{strategy.Portfolio}' is not under '{step.Classifier}', so '{strategy.Strategy}' does not receive its regimes",
                    $"Move it under '{step.Classifier}'.");
            }
        }
    }

    private void RequireSeveral(ResearchStepConfig.Ensemble step)
    {
        int strategies = EnsembleWeights.StrategiesUnder(step, Config).Count;
        long vectors = strategies < 2 ? 0 : EnsembleWeights.Count(strategies, step);
        if (vectors == 0)
        {
            throw Wrong("too_few_strategies", $"steps.{step.Name}", step,
                string.Create(CultureInfo.InvariantCulture, $"{strategies} strategies cannot share a sum of {step.Sum} with weights of at most 1"),
                "Add another strategy under the classifier, or lower 'sum'.");
        }

        if (vectors > EnsembleWeights.Most)
        {
            throw Wrong("too_many_weights", $"steps.{step.Name}.weights.step", step,
                string.Create(CultureInfo.InvariantCulture, $"{vectors:N0} weights would be tried in each regime; expected at most {EnsembleWeights.Most:N0}"),
                "Increase the step.");
        }
    }

    private void RequireOneSymbol(ResearchStepConfig.Holdout step)
    {
        string[] symbols = [.. Config.Data.SelectMany(source => source.Symbols).Distinct()];
        if (symbols.Length != 1)
        {
            throw Wrong("missing_key", "benchmark", step, $"'{step.Name}' compares the result with holding a benchmark, but none is set", "Add benchmark: SYMBOL.");
        }
    }

    /// <summary>The error that a step is invalid.</summary>
    internal InputException Wrong(string code, string key, ResearchStepConfig step, string message, string fix) => new(new InputError(code, message)
    {
        Key = key,
        Position = step.Position.File is null ? step.Position with { File = Config.File } : step.Position,
        Fix = fix,
    });
}

/// <summary>The search of a step.</summary>
/// <param name="Plan">The search.</param>
/// <param name="Tree">The run it varies, reduced to one strategy if the search is about one.</param>
/// <param name="Strategy">That strategy, or null if the search is about more.</param>
internal sealed record StepSearch(SearchPlan Plan, RunFileTree Tree, (string Portfolio, string Strategy)? Strategy)
{
    /// <summary>The path of that strategy in the run file.</summary>
    public string Path => $"portfolios.{Strategy!.Value.Portfolio}.strategies.{Strategy!.Value.Strategy}";

    /// <summary>The values of a trial, each by its path.</summary>
    public JsonObject SetsOf(TrialResult trial) => SetsOf(trial.Parameters);

    /// <summary>The run of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="more">Additional values, each by its path.</param>
    public WorkflowConfig Run(TrialResult trial, JsonObject more) =>
        Tree.With(SetsOf(trial).Concat(more).Select(set => (set.Key, ConfigJson.Read(set.Value), default(SourcePosition)))).Read();

    private JsonObject SetsOf(JsonObject parameters) =>
        new(Plan.Parameters.Select(parameter => KeyValuePair.Create(parameter.Path, parameters[parameter.Name]?.DeepClone())));
}
