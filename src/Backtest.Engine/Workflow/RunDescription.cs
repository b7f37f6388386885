namespace Backtest.Engine;

/// <summary>The tree of a run, for recorders.</summary>
/// <param name="Config">The run as its user described it.</param>
/// <param name="Instruments">The instruments by index, in ordinal order of symbols.</param>
/// <param name="Classifiers">The classifiers, in declaration order.</param>
/// <param name="Portfolios">The portfolios, in declaration order: those under classifiers first.</param>
public sealed record RunDescription(
    WorkflowConfig Config,
    IReadOnlyList<Instrument> Instruments,
    IReadOnlyList<ClassifierDescription> Classifiers,
    IReadOnlyList<PortfolioDescription> Portfolios)
{
    /// <summary>The currency of all its money; <see langword="null"/> if not specified.</summary>
    public string? Currency { get; init; }

    /// <summary>Splits and dividends that prices are not adjusted for; within a day, splits come first.</summary>
    public IReadOnlyList<CorporateAction> Actions { get; init; } = [];

    /// <summary>
    /// The trading days per year of the calendar shared by all instruments traded; <see langword="null"/> if they do not share one.
    /// </summary>
    public double? TradingDaysPerYear { get; init; }
}
