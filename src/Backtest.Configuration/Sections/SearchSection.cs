using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>search</c>: what a sweep searches.</summary>
internal static class SearchSection
{
    private static readonly Key<SearchConfig, IReadOnlyList<KeyValuePair<string, SearchParameterConfig>>> Parameters = new(
        "parameters",
        new MapKind<SearchParameterConfig>(SearchParameterSection.Kind),
        search => [.. search.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter))],
        "The searched values of the run file, each under a name you choose.")
    {
        IsRequired = true,
        Need = ("it says what is searched", "{fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 5, to: 50, step: 5}}"),
    };

    private static readonly Key<SearchConfig, IReadOnlyList<SearchConstraintConfig>> Constraints = new(
        "constraints",
        new ListKind<SearchConstraintConfig>(new ConstraintKind()),
        search => search.Constraints,
        "Expressions over parameter names that must be true for each trial.")
    {
        Default = [],
    };

    private static readonly Key<SearchConfig, SearchMethodConfig> Method =
        new("method", SearchMethodSection.Kind, search => search.Method, "How trials are chosen.") { Default = new SearchMethodConfig() };

    private static readonly Key<SearchConfig, IReadOnlyList<ObjectiveConfig>> Objective = new(
        "objective",
        new OneOrManyKind<ObjectiveConfig>(ObjectiveSection.Kind),
        search => search.Objectives,
        "The metric to optimize, or a list of metrics.")
    {
        Default = [new ObjectiveConfig()],
    };

    private static readonly Key<SearchConfig, int> Best =
        new("best", Kinds.Integer(Bounds.NotNegative), search => search.Best, "How many of the best trials get their own run folder.") { Default = 10 };

    /// <summary>The section.</summary>
    public static ValueKind<SearchConfig> Kind { get; } = new ObjectKind<SearchConfig>([Parameters, Constraints, Method, Objective, Best], Build);

    private static SearchConfig Build(MapReader map)
    {
        IReadOnlyList<KeyValuePair<string, SearchParameterConfig>>? parameters = map.Get(Parameters);
        if (parameters is { Count: 0 } && map.Has(Parameters.Name))
            map.Error(Parameters.Name, "empty_search", "there is nothing to search.", "Add at least one parameter with its path and its values.");
        return new SearchConfig
        {
            Parameters = [.. (parameters ?? []).Select(pair => pair.Value with { Name = pair.Key })],
            Constraints = map.Get(Constraints),
            Method = map.Get(Method),
            Objectives = map.Get(Objective),
            Best = map.Get(Best),
            Position = map.Position,
        };
    }
}
