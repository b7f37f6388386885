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

    /// <summary>The section.</summary>
    /// <param name="names">The words of those built in.</param>
    /// <param name="kind">The kind of plugin that may be named instead.</param>
    public static ValueKind<ExecutionModel> Of(IReadOnlyList<string> names, PluginKind kind)
    {
        var id = new Key<ExecutionModel, string>("type", Kinds.Text, model => model.Type, $"The id of {Article(kind)} plugin.") { IsRequired = true };
        return new UnionKind<ExecutionModel>(
        [
            .. names.Select(name => new UnionCase<ExecutionModel>(
                name, model => model.Type == name, [], map => new ExecutionModel(name) { Position = map.Position })),
            new UnionCase<ExecutionModel>(
                $"{Article(kind)} plugin",
                model => !names.Contains(model.Type),
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
