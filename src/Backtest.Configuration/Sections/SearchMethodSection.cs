using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>search.method</c>: which trials are made.</summary>
internal static class SearchMethodSection
{
    private static readonly Key<SearchMethodConfig, string> Type =
        new("type", Kinds.Text, method => method.Type, "The id of a search method.") { Default = "grid" };

    private static readonly Key<SearchMethodConfig, int?> Trials = new(
        "trials",
        Kinds.Maybe(Kinds.Integer(Bounds.From(1))),
        method => method.Trials,
        "The maximum number of trials. Default: all of a grid, 100 for other methods.");

    private static readonly Key<SearchMethodConfig, ulong> Seed =
        new("seed", Kinds.Seed, method => method.Seed, "The seed of the method's random numbers.");

    private static readonly Key<SearchMethodConfig, int> Batch = new(
        "batch",
        Kinds.Integer(Bounds.From(1)),
        method => method.Batch,
        "The number of trials an adaptive method chooses at once. Results depend on it, but not on the number of workers.")
    {
        Default = 16,
    };

    private static readonly Key<SearchMethodConfig, ParameterMap> Parameters =
        new("parameters", new ParametersKind(), method => method.Parameters, "The method's own parameters.") { Default = ParameterMap.Empty };

    /// <summary>The section.</summary>
    public static ValueKind<SearchMethodConfig> Kind { get; } =
        new ObjectKind<SearchMethodConfig>([Type, Trials, Seed, Batch, Parameters], Build) { Plugin = PluginKind.SearchMethod };

    private static SearchMethodConfig Build(MapReader map) => new()
    {
        Type = map.Get(Type) ?? "",
        Trials = map.Get(Trials),
        Seed = map.Get(Seed),
        Batch = map.Get(Batch),
        Parameters = map.Get(Parameters),
        Position = map.Position,
    };
}
