namespace Backtest.Results;

/// <summary>The equity of a run's portfolios over time, by name, and of all of them together.</summary>
public sealed class RunEquity
{
    /// <summary>The name of the sum in tables.</summary>
    internal const string TotalName = "total";

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

    /// <summary>Reads the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="portfolios">The portfolios in their order; others come after them.</param>
    internal static RunEquity Read(ReadTable table, IEnumerable<string> portfolios)
    {
        var total = new EquitySeries(TotalName);
        var series = new OrderedDictionary<string, EquitySeries>(StringComparer.Ordinal);
        foreach (string portfolio in portfolios)
            series.Add(portfolio, new EquitySeries(portfolio));
        for (int row = 0; row < table.Count; row++)
        {
            string name = table.Text("portfolio", row);
            EquitySeries? owner = total;
            if (name != TotalName && !series.TryGetValue(name, out owner))
                series.Add(name, owner = new EquitySeries(name));
            owner.Add(table, row);
        }

        return new RunEquity([.. series.Values], total);
    }
}
