namespace Backtest.Engine;

/// <summary>Sums the portfolios' values at every turn, in declaration order.</summary>
public sealed class TotalEquity
{
    private readonly RiskPortfolioContainer[] _portfolios;
    private double _peak;

    internal TotalEquity(IEnumerable<RiskPortfolioContainer> portfolios)
    {
        _portfolios = [.. portfolios];
        foreach (RiskPortfolioContainer portfolio in _portfolios)
            _peak += (double)portfolio.Config.Capital;
    }

    /// <summary>A row for each turn of the chunk.</summary>
    internal EquityColumns Equity { get; } = new();

    /// <summary>Sums the chunk's rows once every portfolio has written its own.</summary>
    public void OnBars(BarChunk chunk)
    {
        EquityColumns first = _portfolios[0].Recorder.Journal.Equity;
        for (int row = 0; row < first.Count; row++)
        {
            double equity = 0;
            double cash = 0;
            double gross = 0;
            foreach (RiskPortfolioContainer portfolio in _portfolios)
            {
                EquityColumns own = portfolio.Recorder.Journal.Equity;
                equity += own.Equity[row];
                cash += own.Cash[row];
                gross += own.Exposure[row] * own.Equity[row];
            }

            _peak = Math.Max(_peak, equity);
            Equity.Add(
                first.Time[row], first.Bar[row], first.Day[row], equity, cash, gross == 0 ? 0 : gross / equity, (_peak - equity) / _peak);
        }
    }
}
