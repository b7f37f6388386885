namespace Backtest.Engine;

/// <summary>Sums the portfolios' values at every turn, in declaration order.</summary>
[Reads<RiskPortfolioContainer>(ReadTime.Settled)]
[Reads<ClassifierContainer>(ReadTime.Settled)] // those under classifiers, too
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
        Equity.BeginSum(_portfolios[0].Recorder.Journal.Equity);
        foreach (RiskPortfolioContainer portfolio in _portfolios)
            Equity.AddTo(portfolio.Recorder.Journal.Equity);
        _peak = Equity.EndSum(_peak);
    }
}
