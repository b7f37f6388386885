namespace Backtest.Engine;

/// <summary>A portfolio of a run.</summary>
/// <param name="Name">The portfolio's name.</param>
/// <param name="Classifier">The name of the classifier above it; <see langword="null"/> if there is none.</param>
/// <param name="Capital">The initial money.</param>
/// <param name="Strategies">The names of its strategies, in declaration order; events refer to them by index.</param>
/// <param name="IndicatorNames">For each strategy, the names of the indicators it reads, in the order of the values behind a signal.</param>
public sealed record PortfolioDescription(
    string Name, string? Classifier, decimal Capital, IReadOnlyList<string> Strategies, IReadOnlyList<IReadOnlyList<string>> IndicatorNames)
{
    /// <summary>For each strategy, whether its position, or the outcome of its orders, may affect its signals.</summary>
    public IReadOnlyList<bool> GoesByPosition { get; init; } = [];

    /// <summary>The trading days per year of the calendar its instruments share; <see langword="null"/> if they do not share one.</summary>
    public double? TradingDaysPerYear { get; init; }
}
