using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The trading activity of a portfolio, accumulated as it happens.</summary>
public sealed class TradingActivity
{
    private TradeTally _trades = new();
    private decimal _profit;
    private decimal _gain;
    private decimal _loss;
    private decimal _return;
    private decimal _traded;
    private double _equity;
    private long _exposed;

    /// <summary>The number of bars, counted by turn.</summary>
    public long Bars { get; private set; }

    /// <summary>The number of orders placed.</summary>
    public int Orders { get; private set; }

    /// <summary>The number of fills.</summary>
    public int Fills { get; private set; }

    /// <summary>The number of closed trades.</summary>
    public int Trades { get; private set; }

    /// <summary>The number of trades closed with a profit above zero.</summary>
    public int Wins { get; private set; }

    /// <summary>Commissions paid, in money.</summary>
    public decimal Commission { get; private set; }

    /// <summary>Money lost relative to the prices before slippage.</summary>
    public decimal Slippage { get; private set; }

    /// <summary>Dividends received minus those paid on short positions, in money.</summary>
    public decimal Dividends { get; private set; }

    /// <summary>The cost of borrowing for short positions, in money.</summary>
    public decimal BorrowCost { get; private set; }

    /// <summary>Interest paid on borrowed money.</summary>
    public decimal MarginInterest { get; private set; }

    /// <summary>Interest received on cash.</summary>
    public decimal CashInterest { get; private set; }

    /// <summary>The fraction of bars that ended with a position, in [0, 1]; null without bars.</summary>
    public double? Exposure => Bars > 0 ? (double)_exposed / Bars : null;

    /// <summary>Wins divided by trades, in [0, 1]; null without trades.</summary>
    public double? WinRate => Trades > 0 ? (double)Wins / Trades : null;

    /// <summary>Money gained by winning trades divided by money lost by losing ones; null without a loss.</summary>
    public double? ProfitFactor => _loss > 0 ? (double)(_gain / _loss) : null;

    /// <summary>The mean return of a trade, as a fraction of the value entered; null without trades.</summary>
    public double? Expectancy => Trades > 0 ? (double)(_return / Trades) : null;

    /// <summary>The mean profit of a trade, in money; null without trades.</summary>
    public double? AverageTrade => Trades > 0 ? (double)(_profit / Trades) : null;

    /// <summary>Computes the statistics of closed trades.</summary>
    public TradeMetrics MeasureTrades() => _trades.Measure();

    /// <summary>
    /// Takes the statistics of closed trades from the portfolios that make up this total: the order of their trades here depends on how the bars
    /// were divided into chunks, and sums of fractions depend on their order.
    /// </summary>
    internal void JoinTrades(IEnumerable<TradingActivity> portfolios)
    {
        _trades = new TradeTally();
        foreach (TradingActivity portfolio in portfolios)
            _trades.Add(portfolio._trades);
    }

    /// <summary>Half the value traded divided by the mean equity, per year; null without bars, years or equity.</summary>
    /// <param name="years">The time traded, in years.</param>
    public double? Turnover(double years)
    {
        if (Bars == 0 || years <= 0 || _equity <= 0)
            return null;
        return (double)_traded / 2 / (_equity / Bars) / years;
    }

    /// <summary>Adds bars, with the equity and the exposure at the end of each.</summary>
    public void AddBars(ReadOnlySpan<double> equity, ReadOnlySpan<double> exposure)
    {
        Bars += equity.Length;
        double sum = _equity;
        foreach (double value in equity)
            sum += value;
        _equity = sum;
        int exposed = 0;
        foreach (double value in exposure)
            exposed += value != 0 ? 1 : 0;
        _exposed += exposed;
    }

    /// <summary>Adds orders.</summary>
    public void AddOrders(int count) => Orders += count;

    /// <summary>Adds a fill.</summary>
    public void Add(in FillEvent fill)
    {
        Fills++;
        _traded += fill.Quantity * fill.Price * fill.Instrument.Multiplier;
        Commission += fill.Commission;
        Slippage += fill.Slippage;
    }

    /// <summary>Adds the effect of a corporate action on a position.</summary>
    public void Add(in PositionActionEvent action)
    {
        if (action.Type == ActionType.Dividend)
            Dividends += action.Cash;
    }

    /// <summary>Adds interest.</summary>
    public void Add(in InterestEvent interest)
    {
        switch (interest.Type)
        {
            case InterestType.Borrow:
                BorrowCost -= interest.Cash;
                break;
            case InterestType.Margin:
                MarginInterest -= interest.Cash;
                break;
            default:
                CashInterest += interest.Cash;
                break;
        }
    }

    /// <summary>Adds a closed trade.</summary>
    public void Add(in TradeEvent trade)
    {
        Trades++;
        _trades.Add(trade);
        _profit += trade.Profit;
        _return += trade.Return;
        if (trade.Profit > 0)
        {
            Wins++;
            _gain += trade.Profit;
        }
        else
        {
            _loss -= trade.Profit;
        }
    }
}
