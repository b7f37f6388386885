using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>A model of how orders fill: the word of one that is built in, or the id of a plugin with its parameters.</summary>
internal static class ExecutionModelSection
{
    private static readonly Key<ExecutionModel, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        model => model.Parameters is { Entries.Count: > 0 } parameters ? parameters : null,
        "The parameters of the plugin.");

    private static readonly ValueKind<ExecutionModel> PathOfOneBar = Of(ExecutionModel.Paths, PluginKind.PricePath);

    private static readonly Key<ExecutionModel, Timeframe?> Timeframe = new(
        "timeframe",
        Kinds.Maybe(Kinds.Timeframe),
        model => model.Finer?.Timeframe,
        "The length of the finer bars. Default: the available length that best suits the bars of the data.");

    private static readonly Key<ExecutionModel, ExecutionModel> Otherwise = new(
        "otherwise",
        PathOfOneBar,
        model => (model.Finer ?? FinerBarsConfig.Default).Otherwise,
        "The order in which the levels of a finer bar are reached, and those of a bar that finer bars do not fully cover.")
    {
        Default = FinerBarsConfig.Default.Otherwise,
    };

    /// <summary>The section of the path.</summary>
    public static ValueKind<ExecutionModel> Path { get; } = Of(
        ExecutionModel.Paths,
        PluginKind.PricePath,
        new UnionCase<ExecutionModel>(
            ExecutionModel.FinerBars,
            model => model.Type == ExecutionModel.FinerBars,
            [Timeframe, Otherwise],
            map => new ExecutionModel(ExecutionModel.FinerBars)
            {
                Finer = new FinerBarsConfig(map.Get(Timeframe), map.Get(Otherwise)),
                Position = map.Position,
            }));

    /// <summary>The section.</summary>
    /// <param name="names">The words of the built-in models.</param>
    /// <param name="kind">The kind of plugin that may be named instead.</param>
    /// <param name="others">The built-in models that have keys.</param>
    public static ValueKind<ExecutionModel> Of(IReadOnlyList<string> names, PluginKind kind, params UnionCase<ExecutionModel>[] others)
    {
        var id = new Key<ExecutionModel, string>("type", Kinds.Text, model => model.Type, $"The id of {Article(kind)} plugin.") { IsRequired = true };
        return new UnionKind<ExecutionModel>(
        [
            .. names.Select(name => new UnionCase<ExecutionModel>(
                name, model => model.Type == name, [], map => new ExecutionModel(name) { Position = map.Position })),
            .. others,
            new UnionCase<ExecutionModel>(
                $"{Article(kind)} plugin",
                model => !names.Contains(model.Type) && !others.Any(other => other.IsCase(model)),
                [Parameters],
                map => new ExecutionModel(map.Get(id)) { Parameters = map.Get(Parameters) ?? ParameterMap.Empty, Position = map.Position })
            {
                Plugin = id,
                PluginKind = kind,
            },
        ]);
    }

    private static string Article(PluginKind kind) => kind == PluginKind.OrderMatching ? $"an {kind.Words}" : $"a {kind.Words}";
}
