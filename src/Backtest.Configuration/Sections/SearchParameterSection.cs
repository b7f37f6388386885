using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An entry of <c>search.parameters</c>: a value of the run file that is searched.</summary>
internal static class SearchParameterSection
{
    private static readonly Key<SearchParameterConfig, string> Path = new(
        "path", Kinds.Text, parameter => parameter.Path, "The path of the value in the run file, as for --set.")
    { IsRequired = true };

    private static readonly Key<SearchParameterConfig, IReadOnlyList<ParameterNode>?> Values = new(
        "values", new AnyListKind(), parameter => parameter.Values, "The values to choose from, which may also be whole maps.");

    private static readonly Key<SearchParameterConfig, decimal?> From =
        new("from", Kinds.Maybe(Kinds.Decimal(Bounds.Any)), parameter => parameter.From, "The lower bound.");

    private static readonly Key<SearchParameterConfig, decimal?> To =
        new("to", Kinds.Maybe(Kinds.Decimal(Bounds.Any)), parameter => parameter.To, "The upper bound, inclusive.");

    private static readonly Key<SearchParameterConfig, decimal?> Step = new(
        "step", Kinds.Maybe(Kinds.Decimal(Bounds.Any)), parameter => parameter.Step, "The distance between the numbers to try. Default: any number may be tried.");

    private static readonly Key<SearchParameterConfig, bool> Log =
        new("log", Kinds.Boolean, parameter => parameter.IsLog, "Whether numbers are spaced by ratios instead of differences.");

    /// <summary>The section.</summary>
    public static ValueKind<SearchParameterConfig> Kind { get; } =
        new ObjectKind<SearchParameterConfig>([Path, Values, From, To, Step, Log], Build);

    private static SearchParameterConfig Build(MapReader map)
    {
        var parameter = new SearchParameterConfig
        {
            Name = "",
            Path = map.Get(Path) ?? "",
            Values = map.Get(Values),
            From = map.Get(From),
            To = map.Get(To),
            Step = map.Get(Step),
            IsLog = map.Get(Log),
            Position = map.Position,
        };
        Check(map, parameter);
        return parameter;
    }

    private static void Check(MapReader map, SearchParameterConfig parameter)
    {
        if (parameter.Path.Split('.').Any(step => step.Trim().Length == 0) && parameter.Path.Length > 0)
            map.Error(Path.Name, "bad_path", $"'{parameter.Path}' is not a path.", "Write, for example, portfolios.main.capital.");
        if (map.Has(Values.Name))
        {
            foreach (string key in new[] { From.Name, To.Name, Step.Name, Log.Name }.Where(map.Has))
                map.Error(key, "misplaced_key", $"'{key}' cannot be combined with 'values'.", "Write either values, or from and to.");
            if (parameter.Values is { Count: 0 })
                map.Error(Values.Name, "empty_list", "there is no value to choose from.", "Add at least one value.");
            return;
        }

        if (parameter.From is not { } from || parameter.To is not { } to)
        {
            string missing = parameter.From is null ? From.Name : To.Name;
            map.Error(missing, "missing_key", $"'{missing}' is missing: a parameter needs values, or from and to.", "Write, for example, from: 5, to: 50, step: 5.");
            return;
        }

        if (from > to)
            map.Error(To.Name, "invalid_value", $"the upper bound {to} is below the lower bound {from}.", "Swap from and to.");
        if (parameter.Step is <= 0)
            map.Error(Step.Name, "invalid_value", $"the step is {parameter.Step}; expected a number above zero.", "Write, for example, step: 5, or remove it to search any number.");
        if (parameter.IsLog && from <= 0)
            map.Error(From.Name, "invalid_value", $"the lower bound is {from}, but ratios need bounds above zero.", "Write a bound above zero, or remove 'log'.");
    }
}
