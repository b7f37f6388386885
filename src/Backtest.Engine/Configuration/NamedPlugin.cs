using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A plugin that a run names.</summary>
/// <param name="Kind">The kind of plugin.</param>
/// <param name="Type">The plugin's id, as the run file gives it.</param>
/// <param name="Position">The position at which it is named.</param>
public sealed record NamedPlugin(PluginKind Kind, string Type, SourcePosition Position)
{
    /// <summary>Every plugin a run names, each once, in the order of the file.</summary>
    public static IReadOnlyList<NamedPlugin> All(WorkflowConfig config) =>
    [
        .. config.Data.OfType<BarSourceOptions.Plugin>().Select(source => new NamedPlugin(PluginKind.BarSource, source.Id, source.Position))
            .Concat(Of(config.Execution))
            .Concat(config.Classifiers.SelectMany(classifier => Of(classifier, config.Workflow)))
            .Concat(config.Portfolios.SelectMany(portfolio => Of(portfolio, config.Workflow)))
            .DistinctBy(plugin => (plugin.Kind, plugin.Type)),
    ];

    /// <summary>The execution models that are not built in.</summary>
    private static IEnumerable<NamedPlugin> Of(ExecutionConfig execution)
    {
        if (execution.PathOfOneBar is var path && !PathNames.All.Contains(path.Type))
            yield return new NamedPlugin(PluginKind.PricePath, path.Type, path.Position);
        if (execution.Matching is { } matching && !MatchingNames.All.Contains(matching.Type))
            yield return new NamedPlugin(PluginKind.OrderMatching, matching.Type, matching.Position);
        if (execution.Slippage is SlippageConfig.Plugin { Model: var slippage })
            yield return new NamedPlugin(PluginKind.SlippageModel, slippage.Type, slippage.Position);
        foreach (CommissionConfig.Plugin commission in execution.Commission.Summands.OfType<CommissionConfig.Plugin>())
            yield return new NamedPlugin(PluginKind.CommissionModel, commission.Model.Type, commission.Model.Position);
    }

    private static IEnumerable<NamedPlugin> Of(ClassifierConfig classifier, string workflow) =>
    [
        new NamedPlugin(PluginKind.Classifier, classifier.Type, classifier.Position),
        .. classifier.Portfolios.SelectMany(portfolio => Of(portfolio, workflow)),
    ];

    /// <summary>
    /// A run that ends with signals has no risk manager, even if the file names one, and a run that begins with signals has no strategies.
    /// </summary>
    private static IEnumerable<NamedPlugin> Of(PortfolioConfig portfolio, string workflow) =>
    [
        .. workflow == Workflows.Signals ? [] : new[] { new NamedPlugin(PluginKind.RiskManager, portfolio.Risk.Type, portfolio.Risk.Position) },
        .. portfolio.Account is AccountConfig.Plugin { Model: var account }
            ? new[] { new NamedPlugin(PluginKind.Account, account.Type, account.Position) } : [],
        .. workflow == Workflows.Replay ? [] : portfolio.Strategies.SelectMany(Of),
    ];

    private static IEnumerable<NamedPlugin> Of(StrategyConfig strategy) =>
    [
        new NamedPlugin(strategy.Strategies is null ? PluginKind.Strategy : PluginKind.Container, strategy.Type, strategy.Position),
        .. (strategy.Strategies ?? []).SelectMany(Of),
    ];
}
