using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A validated sweep: its search space, its objectives, and the run each point stands for.</summary>
public sealed class SearchPlan
{
    private const int SampledPoints = 20_000;
    private const int MostCounted = 100_000;
    private const string PathKey = "execution.path";

    private readonly RunFileTree _tree;
    private readonly Constraint[] _constraints;
    private readonly Lazy<long?> _allowed;

    private SearchPlan(
        RunFileTree tree, WorkflowConfig sweep, SearchConfig search, SearchedParameter[] parameters, Constraint[] constraints, IReadOnlyList<Objective> objectives)
    {
        _tree = tree;
        Sweep = sweep;
        Search = search;
        Parameters = parameters;
        _constraints = constraints;
        Objectives = objectives;
        Space = new SearchSpace([.. parameters.Select(parameter => parameter.Dimension)], Allows);
        _allowed = new Lazy<long?>(CountAllowed);
    }

    /// <summary>The run file.</summary>
    public WorkflowConfig Sweep { get; }

    /// <summary>Its section about the search.</summary>
    public SearchConfig Search { get; }

    /// <summary>The searched parameters.</summary>
    public IReadOnlyList<SearchedParameter> Parameters { get; }

    /// <summary>The objectives, the decisive one first.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>The objectives, as tables name them.</summary>
    public IReadOnlyList<SearchGoal> Goals => [.. Objectives.Select(objective => objective.Goal)];

    /// <summary>The search space.</summary>
    public SearchSpace Space { get; }

    /// <summary>The number of points that constraints allow, or null if it is infinite or there are too many points to check each.</summary>
    internal long? AllowedPoints => _allowed.Value;

    /// <summary>The run in the file, without a search.</summary>
    internal WorkflowConfig AsRun => Sweep with { Workflow = Workflows.Backtest, Search = null, Validation = null };

    /// <summary>Validates a sweep.</summary>
    /// <param name="tree">The run file.</param>
    /// <exception cref="InputException">The run file is invalid.</exception>
    public static SearchPlan Of(RunFileTree tree)
    {
        WorkflowConfig sweep = tree.Read();
        SearchConfig search = sweep.Search ?? throw new InputException(new InputError("missing_key", "the run file has no search")
        {
            Key = "search",
            Position = new SourcePosition(sweep.File),
            Fix = "Write workflow: sweep and a search, or run the file as a backtest.",
        });
        RequireOwnPaths(search.Parameters);
        RequireExpressibleNames(search.Parameters);
        SearchedParameter[] parameters = [.. search.Parameters.Select(parameter => new SearchedParameter(parameter))];
        Constraint[] constraints = [.. search.Constraints.Select(constraint => Constraint.Read(constraint, parameters))];
        var plan = new SearchPlan(tree, sweep, search, parameters, constraints, Objective.Of(sweep, search));
        plan.RequireSomePoint();
        plan.RequireChoice();
        return plan;
    }

    /// <summary>The run a point stands for.</summary>
    /// <exception cref="InputException">The run file is invalid with the point's values.</exception>
    public WorkflowConfig ConfigOf(SearchPoint point) =>
        _tree.With(Parameters.Select((parameter, index) => (parameter.Path, parameter.Value(point[index]), parameter.Position))).Read();

    /// <summary>The finer bars that runs use according to searched values; none for values that are invalid.</summary>
    internal IReadOnlyList<FinerBarsConfig> FinerBars
    {
        get
        {
            SearchedParameter[] ofPath = [.. Parameters.Where(parameter => Overlap(parameter.Path, PathKey) && parameter.Values is not null)];
            if (ofPath.Length == 0)
                return [];
            IEnumerable<RunFileTree> trees = [_tree];
            foreach (SearchedParameter searched in ofPath)
                trees = trees.SelectMany(tree => searched.Values!.Select(value => tree.With([(searched.Path, value, searched.Position)])));
            return [.. trees.Select(FinerBarsOf).OfType<FinerBarsConfig>()];
        }
    }

    /// <summary>The same search with other objectives.</summary>
    internal SearchPlan For(IReadOnlyList<Objective> objectives) => new(_tree, Sweep, Search, [.. Parameters], _constraints, objectives);

    /// <summary>The data including the held-out days, which no trial reads, or null if none are held out.</summary>
    internal IReadOnlyList<BarSourceOptions>? DataWithHoldout =>
        Sweep.Holdout is null ? null : _tree.Set("holdout", new ParameterScalar("null", IsQuoted: false, Sweep.Holdout.Position)).Read().Data;

    /// <summary>The values of a point, by the names of parameters.</summary>
    public JsonObject ValuesOf(SearchPoint point) =>
        new(Parameters.Select((parameter, index) => KeyValuePair.Create(parameter.Name, parameter.Json(point[index]))));

    private static FinerBarsConfig? FinerBarsOf(RunFileTree tree)
    {
        try
        {
            return tree.Read().Execution.FinerBars;
        }
        catch (InputException)
        {
            return null; // the trial reports the error
        }
    }

    private bool Allows(SearchPoint point) => Array.TrueForAll(_constraints, constraint => constraint.Allows(point));

    private static void RequireOwnPaths(IReadOnlyList<SearchParameterConfig> parameters)
    {
        foreach ((int index, SearchParameterConfig second) in parameters.Index())
        {
            if (parameters.Take(index).FirstOrDefault(first => Overlap(first.Path, second.Path)) is not { } first)
                continue;
            throw new InputException(new InputError(
                "duplicate_path",
                first.Path == second.Path ? $"'{first.Name}' and '{second.Name}' set the same value: {second.Path}" : $"'{first.Name}' and '{second.Name}' set values of which one contains the other: {first.Path}, {second.Path}")
            {
                Key = $"search.parameters.{second.Name}.path",
                Position = second.Position,
                Fix = "Remove one of them, or change its path.",
            });
        }
    }

    private static bool Overlap(string first, string second) =>
        first == second || first.StartsWith($"{second}.", StringComparison.Ordinal) || second.StartsWith($"{first}.", StringComparison.Ordinal);

    private static void RequireExpressibleNames(IReadOnlyList<SearchParameterConfig> parameters)
    {
        foreach (SearchParameterConfig parameter in parameters)
        {
            if (TrialsTable.OwnColumns.Contains(parameter.Name))
            {
                throw new InputException(new InputError("reserved_name", $"'{parameter.Name}' is the name of a results column")
                {
                    Key = $"search.parameters.{parameter.Name}",
                    Position = parameter.Position,
                    Fix = $"Rename the parameter, for example, {parameter.Name}_value.",
                });
            }

            if (!char.IsAsciiDigit(parameter.Name[0]) && parameter.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                continue;
            throw new InputException(new InputError("bad_name", $"'{parameter.Name}' is not a name for a searched parameter: expected letters, digits and '_'")
            {
                Key = $"search.parameters.{parameter.Name}",
                Position = parameter.Position,
                Fix = "Write, for example, fast or stop_loss.",
            });
        }
    }

    /// <summary>Requires a point that meets the constraints: checks all points of a small space, random ones of a large one.</summary>
    private void RequireSomePoint()
    {
        if (_constraints.Length == 0 || Points().Any(Allows))
            return;
        Constraint refusing = _constraints.MaxBy(constraint => Points().Count(point => !constraint.Allows(point)))!;
        throw new InputException(new InputError(
            "impossible_constraints",
            string.Create(CultureInfo.InvariantCulture, $"none of {Points().Count()} points tried meets the constraints; '{refusing.Text}' rejects most of them"))
        {
            Key = "search.constraints",
            Position = refusing.Position,
            Fix = "Widen the bounds of the parameters, or relax the constraints.",
        });
    }

    /// <summary>Requires at least two points for a validation, which judges how well the best is chosen.</summary>
    private void RequireChoice()
    {
        if (Sweep.Validation is not { } validation || (Search.Method.Trials is not 1 && Points().Where(Allows).Take(2).Count() == 2))
            return;
        throw new InputException(new InputError("too_few_trials", "a validation needs at least two trials to choose from, but the search has only one")
        {
            Key = Search.Method.Trials is 1 ? "search.method.trials" : "search.parameters",
            Position = validation.Position,
            Fix = "Search more values, or remove 'validation'.",
        });
    }

    private long? CountAllowed() =>
        _constraints.Length == 0 ? (Space.Count is { } all ? (long)Math.Min(all, int.MaxValue) : null)
        : Space.Count is { } count and <= MostCounted ? AllPoints((int)count).LongCount(Allows) : null;

    private IEnumerable<SearchPoint> Points() => Space.Count <= SampledPoints ? AllPoints((int)Space.Count.Value) : RandomPoints();

    private IEnumerable<SearchPoint> AllPoints(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int rest = i;
            yield return new SearchPoint(Space.Dimensions.Select(dimension =>
            {
                (rest, int level) = Math.DivRem(rest, dimension.Levels);
                return dimension.At(level);
            }));
        }
    }

    private IEnumerable<SearchPoint> RandomPoints()
    {
        UnitScale[] scales = UnitScale.Of(Space);
        for (int i = 0; i < SampledPoints; i++)
        {
            var random = new SearchRandom(seed: 0, (ulong)i);
            double[] units = new double[scales.Length];
            foreach (ref double unit in units.AsSpan())
                unit = random.NextUnit();
            yield return UnitScale.ToPoint(scales, units);
        }
    }
}
