namespace Backtest.Engine;

/// <summary>Determines the quantity of an entry sized by a share of equity, once its price is known.</summary>
internal sealed class SizeAtFill(TradingCosts costs, Portfolio portfolio)
{
    /// <summary>The largest quantity in whole lots that the share pays for, including commission.</summary>
    /// <param name="order">The entry, before its first fill.</param>
    /// <param name="price">The price, including slippage.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public decimal Quantity(WorkingOrder order, decimal price, AdjustmentFactors? factors)
    {
        Instrument instrument = order.Order.Instrument;
        decimal money = order.Order.EquityShare * portfolio.ExactEquity();
        decimal lot = instrument.LotSize;
        decimal unit = instrument.PointValue(price);
        if (money <= 0 || unit <= 0)
            return 0;
        // Commissions have minimums and maximums, so the quantity is found by a search: costs never fall as the quantity grows.
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
