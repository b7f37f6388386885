namespace Backtest.Engine;

/// <summary>Resizes positions to the quantities a risk manager requests.</summary>
internal sealed class PositionResizing(OrderGateParts parts, EntryRules rules, OrderFactory factory)
{
    /// <summary>Emits the order that resizes a position.</summary>
    /// <returns>Whether an order was necessary and allowed.</returns>
    public bool Resize(int strategy, Instrument instrument, decimal quantity, string reason, IOrderEvents orders)
    {
        Holding holding = parts.Portfolio.Holding(strategy, instrument);
        decimal staying = parts.Working.Staying(strategy, instrument, holding.Quantity);
        if (holding.Quantity == 0 || staying <= 0)
            return false;
        decimal wanted = instrument.RoundDownToLot(quantity);
        if (wanted < staying)
        {
            factory.Close(holding, staying - wanted, reason, orders);
            return true;
        }

        Direction direction = holding.Quantity > 0 ? Direction.Long : Direction.Short;
        decimal missing = wanted - staying - parts.Working.Entering(strategy, instrument, direction);
        if (missing <= 0 || rules.ForbiddenTo(strategy, instrument, direction) is not null)
            return false;
        factory.Enlarge(holding, missing, reason, orders);
        return true;
    }
}
