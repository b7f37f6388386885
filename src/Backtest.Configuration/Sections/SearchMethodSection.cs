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
        "How many trials are made at most; of a grid all, of other methods 100, unless given.");

    private static readonly Key<SearchMethodConfig, ulong> Seed =
        new("seed", Kinds.Seed, method => method.Seed, "Where the method's chance starts from.");

    private static readonly Key<SearchMethodConfig, int> Batch = new(
        "batch",
        Kinds.Integer(Bounds.From(1)),
        method => method.Batch,
        "How many trials an adaptive method decides on at once; results depend on it, but not on the number of workers.")
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
