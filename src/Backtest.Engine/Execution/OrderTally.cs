namespace Backtest.Engine;

/// <summary>
/// Totals of one strategy's orders on one instrument, so that they need not be summed each time. Each order reports its own changes. Protective
/// orders are only counted, because they close what others opened; exits that wait for a price are not even counted.
/// </summary>
internal sealed class OrderTally
{
    /// <summary>The number of working entries that buy.</summary>
    public int Buys { get; private set; }

    /// <summary>The number of working entries that sell.</summary>
    public int Sells { get; private set; }

    /// <summary>The number of working exits.</summary>
    public int Exits { get; private set; }

    /// <summary>The number of working protective orders, including dormant ones.</summary>
    public int Protective { get; private set; }

    /// <summary>The quantity that entries have yet to buy, less the quantity they have yet to sell.</summary>
    public decimal Opening { get; private set; }

    /// <summary>The quantity that exits have yet to buy, less the quantity they have yet to sell.</summary>
    public decimal Closing { get; private set; }

    /// <summary>The quantity that exits have yet to close, whatever the side of the position.</summary>
    public decimal Exiting { get; private set; }

    /// <summary>Adds a working order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="quantity">The quantity it has to fill.</param>
    public void Add(WorkingOrder order, decimal quantity)
    {
        Count(order, 1);
        if (order.IsProtective || order.IsWaitingExit)
            return;
        if (order.IsEntry && Buys + Sells == 1)
            Opening = Signed(order, quantity);
        else if (order.IsExit && Exits == 1)
            (Closing, Exiting) = (Signed(order, quantity), quantity);
        else
            Change(order, quantity);
    }

    /// <summary>Removes an order that is done.</summary>
    /// <param name="order">The order.</param>
    /// <param name="quantity">The quantity it still had to fill, as it last reported.</param>
    public void Remove(WorkingOrder order, decimal quantity)
    {
        Count(order, -1);
        if (order.IsProtective || order.IsWaitingExit)
            return;
        // A sum of decimals keeps the scale of its terms; resetting it to zero when nothing is left removes that scale.
        if (order.IsEntry && Buys + Sells == 0)
            Opening = 0;
        else if (order.IsExit && Exits == 0)
            (Closing, Exiting) = (0, 0);
        else
            Change(order, -quantity);
    }

    /// <summary>Records that the quantity an order has to fill changed.</summary>
    public void Change(WorkingOrder order, decimal by)
    {
        if (order.IsProtective || order.IsWaitingExit || by == 0)
            return;
        if (order.IsEntry)
        {
            Opening += Signed(order, by);
            return;
        }

        Closing += Signed(order, by);
        Exiting += by;
    }

    private static decimal Signed(WorkingOrder order, decimal quantity) => order.Order.Side == Side.Buy ? quantity : -quantity;

    private void Count(WorkingOrder order, int by)
    {
        if (order.IsProtective)
            Protective += by;
        else if (order.IsWaitingExit)
            return;
        else if (!order.IsEntry)
            Exits += by;
        else if (order.Order.Side == Side.Buy)
            Buys += by;
        else
            Sells += by;
    }
}
