using System.Globalization;

namespace Backtest.Engine;

/// <summary>Describes a tree for display.</summary>
internal static class TreeDescriber
{
    public static ContainerTree Describe(DataPass pass)
    {
        DataStreamer streamer = pass.Streamer;
        IReadOnlyList<string> symbols = [.. streamer.Instruments.Select(instrument => instrument.Symbol)];
        string bars = streamer.TotalBars is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{Shown(symbols)}, {total:N0} bars")
            : Shown(symbols);
        string[] higher = [.. streamer.HigherTimeframes.Select(timeframe => timeframe.ToString())];
        if (higher.Length > 0)
            bars += $", and those of {string.Join(", ", higher)}";
        string indicators = string.Create(CultureInfo.InvariantCulture, $"{pass.Hub.Requested} requested, {pass.Hub.Computed} computed");
        return new ContainerTree(nameof(DataPass), "", "",
        [
            new ContainerTree(nameof(DataStreamer), "", bars, []),
            new ContainerTree(nameof(IndicatorHub), "", indicators, []),
            .. pass.Classifiers.Select(Describe),
            .. pass.Trials.Select(trial => Describe(trial.Run)),
        ]);
    }

    private static ContainerTree Describe(ClassifierRunner classifier) => new(
        "Classifier", classifier.Description.Name, $"{classifier.Type}: {string.Join(", ", classifier.Description.States)}{On(classifier.Timeframe)}", []);

    private static ContainerTree Describe(BacktestContainer run) => new(nameof(BacktestContainer), run.Config.Name, "",
    [
        .. run.Classifiers.Select(Describe),
        .. run.Portfolios.Select(Describe),
        new ContainerTree(nameof(BacktestEngine), "", run.Config.Execution.FillsAtClose ? "fills at the close" : "fills at the next open", []),
    ]);

    private static ContainerTree Describe(ClassifierContainer container)
    {
        ClassifierDescription classifier = container.Classifier.Description;
        string scope = classifier.Reference is { } reference ? $"market regime of {reference}" : "a regime for each symbol";
        return new ContainerTree(nameof(ClassifierContainer), classifier.Name, scope, [.. container.Portfolios.Select(Describe)]);
    }

    private static ContainerTree Describe(RiskPortfolioContainer container) => new(
        nameof(RiskPortfolioContainer),
        container.Config.Name,
        string.Create(CultureInfo.InvariantCulture, $"capital {container.Config.Capital:N0}"),
        [
            new ContainerTree("RiskManager", container.Gate.Type, "", []),
            new ContainerTree(nameof(Portfolio), "", "", []),
            .. container.Strategies.Select(strategy => Describe(strategy.Plan)),
        ]);

    private static ContainerTree Describe(StrategyPlan plan) => new(
        plan.Factory.Descriptor.Flow?.Container ?? "Strategy", plan.Config.Name, $"{plan.Config.Type}{On(plan.Config.Timeframe)}", [.. plan.Members.Select(Describe)]);

    private static string On(Timeframe? timeframe) => timeframe is { } own ? $", on {own}" : "";

    private static string Shown(IReadOnlyList<string> symbols) => symbols.Count <= 5
        ? string.Join(", ", symbols)
        : string.Create(CultureInfo.InvariantCulture, $"{symbols.Count} symbols");
}
