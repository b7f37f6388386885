namespace Backtest;

/// <summary>What the portfolios of a run were worth over time, by name, and all of them together.</summary>
public sealed class RunEquity
{
    private readonly IReadOnlyList<EquitySeries> _portfolios;

    internal RunEquity(IReadOnlyList<EquitySeries> portfolios, EquitySeries total)
    {
        _portfolios = portfolios;
        Total = total;
    }

    /// <summary>The sum over the portfolios.</summary>
    public EquitySeries Total { get; }

    /// <summary>Each portfolio, in declaration order.</summary>
    public IReadOnlyList<EquitySeries> Portfolios => _portfolios;

    /// <summary>A portfolio.</summary>
    /// <param name="portfolio">Its name.</param>
    /// <exception cref="KeyNotFoundException">The run has no such portfolio.</exception>
    public EquitySeries this[string portfolio] =>
        _portfolios.FirstOrDefault(series => series.Name == portfolio)
        ?? throw new KeyNotFoundException(
            $"The run has no portfolio '{portfolio}'; it has {string.Join(", ", _portfolios.Select(series => series.Name))}.");
}
