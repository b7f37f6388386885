namespace Backtest.Engine;

// Effects of splits, dividends and interest on the ledger.
public sealed partial class Portfolio
{
    /// <summary>Dividends received, less those paid on shorts.</summary>
    public decimal Dividends { get; private set; }

    /// <summary>Interest received, less interest paid.</summary>
    public decimal Interest { get; private set; }

    /// <summary>Books interest.</summary>
    public void OnInterest(in InterestEvent interest)
    {
        Receive(interest.Cash);
        Interest += interest.Cash;
        Revalue();
    }

    /// <summary>Restates every position in an instrument in units after a split; parts of a lot are paid out at the split's price.</summary>
    public void OnSplit(in SplitEvent split, IPositionEvents positions, ITradeEvents trades)
    {
        for (int i = 0; i < _open.Count; i++)
        {
            Holding holding = _open[i];
            if (holding.Instrument.Index != split.Instrument.Index)
                continue;
            MarkTo(holding);
            (decimal quantity, decimal cost) = (holding.Quantity, holding.Cost);
            (decimal cash, decimal realized) = holding.Split(split);
            Receive(cash);
            _realized += realized;
            _cost += holding.Cost - cost;
            Net(split.Instrument, holding.Quantity - quantity, (double)cash);
            positions.Emit(Action(split.Time, holding, ActionType.Split, split.Ratio, cash));
            if (holding.Quantity != 0)
                continue;
            Closed(holding);
            i--;
            TradeEvent trade = holding.Close(
                ++Trades, quantity > 0 ? Direction.Long : Direction.Short, split.Time, split.Time, split.BarIndex);
            Keep(holding, trade);
            trades.Emit(trade);
        }

        Revalue();
    }

    /// <summary>Books a dividend on every position in an instrument: longs receive it, shorts pay it.</summary>
    public void OnDividend(in DividendEvent dividend, IPositionEvents positions)
    {
        foreach (Holding holding in Open)
        {
            if (holding.Instrument.Index != dividend.Instrument.Index)
                continue;
            MarkTo(holding);
            decimal cash = holding.Pay(dividend);
            Receive(cash);
            Dividends += cash;
            positions.Emit(Action(dividend.Time, holding, ActionType.Dividend, dividend.Amount, cash));
        }

        Revalue();
    }

    private static PositionActionEvent Action(DateTime time, Holding holding, ActionType type, decimal value, decimal cash) =>
        new(time.Ticks, holding.Strategy, holding.Instrument, type, value, holding.Quantity, cash);

    private void Receive(decimal cash)
    {
        _cash += cash;
        CashAmount = (double)_cash;
    }
}
