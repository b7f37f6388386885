namespace Backtest.Engine;

/// <summary>Values a portfolio at the end of each turn, from the first day of trading and the first bar that trades on.</summary>
[Reads<Market>]
[Reads<Portfolio>(ReadTime.Settled)]
public sealed class Valuation
{
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private readonly int _tradeFrom;
    private double _peak;

    internal Valuation(Portfolio portfolio, Market market, int tradeFrom)
    {
        _portfolio = portfolio;
        _market = market;
        _tradeFrom = tradeFrom;
        _peak = (double)portfolio.Capital;
    }

    /// <summary>Emits what the portfolio is worth.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn, IPortfolioEvents portfolios)
    {
        if (_market.Day < _tradeFrom || !_market.IsOpen)
            return;
        double equity = _portfolio.Equity;
        _peak = Math.Max(_peak, equity);
        portfolios.Emit(new PortfolioEvent(
            new DateTime(turn.End, DateTimeKind.Utc),
            new DateTime(turn.Label, DateTimeKind.Utc),
            equity,
            _portfolio.CashAmount,
            _portfolio.GrossNotional == 0 ? 0 : _portfolio.GrossNotional / equity,
            (_peak - equity) / _peak));
    }
}
