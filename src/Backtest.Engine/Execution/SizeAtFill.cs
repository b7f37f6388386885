namespace Backtest.Engine;

/// <summary>Settles how many an entry for a share of equity is for, once its price is known.</summary>
internal sealed class SizeAtFill(TradingCosts costs, Portfolio portfolio)
{
    /// <summary>As many whole lots as the share pays for, commission included.</summary>
    /// <param name="order">The entry, before its first fill.</param>
    /// <param name="price">The price, slippage included.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    public decimal Quantity(WorkingOrder order, decimal price, AdjustmentFactors? factors)
    {
        Instrument instrument = order.Order.Instrument;
        decimal money = order.Order.EquityShare * portfolio.ExactEquity();
        decimal lot = instrument.LotSize;
        decimal unit = instrument.PointValue(price);
        if (money <= 0 || unit <= 0)
            return 0;
        // Commissions have floors and caps, so it is searched for: cost never falls with quantity.
        decimal least = 0;
        decimal most = decimal.Floor(money / (unit * lot));
        while (least < most)
        {
            decimal middle = decimal.Ceiling((least + most) / 2);
            decimal quantity = middle * lot;
            decimal commission = costs.Commission(AdjustmentFactors.Traded(quantity, factors), quantity * unit, order.IsMaker);
            if ((quantity * unit) + commission <= money)
                least = middle;
            else
                most = middle - 1;
        }

        return least * lot;
    }
}
