namespace Backtest.Engine;

/// <summary>
/// What one strategy's orders on one instrument come to, so that nothing has to look through all of them. Each order tells it of its own
/// changes. Protective orders are counted and no more: they close what others opened, and so do exits that wait for a price, which are not even counted.
/// </summary>
internal sealed class OrderTally
{
    /// <summary>Entries at work that buy.</summary>
    public int Buys { get; private set; }

    /// <summary>Entries at work that sell.</summary>
    public int Sells { get; private set; }

    /// <summary>Exits at work.</summary>
    public int Exits { get; private set; }

    /// <summary>Protective orders at work, dormant ones included.</summary>
    public int Protective { get; private set; }

    /// <summary>What entries are still to buy, less what they are to sell.</summary>
    public decimal Opening { get; private set; }

    /// <summary>What exits are still to buy, less what they are to sell.</summary>
    public decimal Closing { get; private set; }

    /// <summary>How many of a position exits are still to close, whatever its side.</summary>
    public decimal Exiting { get; private set; }

    /// <summary>Takes note of an order that came to work.</summary>
    /// <param name="order">The order.</param>
    /// <param name="quantity">How many it is to fill.</param>
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

    /// <summary>Takes note that an order is done.</summary>
    /// <param name="order">The order.</param>
    /// <param name="quantity">How many it was to fill still, as it last told.</param>
    public void Remove(WorkingOrder order, decimal quantity)
    {
        Count(order, -1);
        if (order.IsProtective || order.IsWaitingExit)
            return;
        // Sums of many decimals keep the digits of each; where nothing is left, neither are they.
        if (order.IsEntry && Buys + Sells == 0)
            Opening = 0;
        else if (order.IsExit && Exits == 0)
            (Closing, Exiting) = (0, 0);
        else
            Change(order, -quantity);
    }

    /// <summary>Takes note that an order is to fill more, or less.</summary>
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
