namespace Backtest.Engine;

/// <content>How it protects an entry, and how a trailing stop follows the market.</content>
internal sealed partial class WorkingOrder
{
    /// <summary>Gives a protective order at a distance its price, once the price of the fill is known.</summary>
    /// <param name="fill">The price of the entry.</param>
    /// <param name="inside">The bar, where the entry filled inside it; otherwise none.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    public void Protect(double fill, BarPlace inside, AdjustmentFactors? factors)
    {
        QuietTo = 0;
        _entryPrice = fill;
        _wokenInside = inside;
        if (_order.Type == OrderType.TrailingStop)
        {
            Factors = factors;
            _order = TrailingStops.AfterFill(_order, fill);
            TrailFrom(fill);
            _order = _order with { StopPrice = StopFor(fill) };
            return;
        }

        if (double.IsNaN(_order.Distance))
            return;
        double offset = _order.Side == Side.Sell ? -_order.Distance : _order.Distance;
        _order = _order.Type == OrderType.Limit
            ? _order with { LimitPrice = Ticks.Limit(fill - offset, _order.Side, _order.Instrument, factors) }
            : _order with { StopPrice = Ticks.Stop(fill + offset, _order.Side, _order.Instrument, factors) };
    }

    /// <summary>Begins to protect an entry that has filled already.</summary>
    /// <param name="fill">The price of the entry.</param>
    /// <param name="quantity">How many it protects.</param>
    /// <param name="best">Where the market is, from which on a trailing stop follows.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    public void Protect(double fill, decimal quantity, double best, AdjustmentFactors? factors)
    {
        Protect(fill, BarPlace.None, factors);
        Remaining = quantity;
        if (_order.Type != OrderType.TrailingStop)
            return;
        TrailFrom(best);
        _order = _order with { StopPrice = StopFor(best) };
    }

    /// <summary>The price of the entry it protects; zero until that has filled.</summary>
    public double EntryPrice => _entryPrice;

    /// <summary>The first price the order sees of a bar: its open, or the entry where that filled inside the bar.</summary>
    public double From(in FillBar bar) => IsFresh(bar) ? _entryPrice : bar.Open;

    /// <summary>Whether its entry filled inside this bar, so that the bar does not belong to it from its open on.</summary>
    public bool IsFresh(in FillBar bar) => _wokenInside == bar.Place;

    /// <summary>The prices of a bar that count for it, for better: after an entry inside the bar, those proved to come after it.</summary>
    public ProvenRange Favorable(in FillBar bar) => IsFresh(bar) ? bar.After(_entryPrice) : new ProvenRange(bar.Prices.High, bar.Prices.Low);

    /// <summary>Has a trailing stop follow the price from here on.</summary>
    public void TrailFrom(double price)
    {
        Best = price;
        _trailStart = _order.Activation > 0 ? _order.Activation : price;
    }

    /// <summary>Moves a trailing stop after a bar.</summary>
    /// <param name="high">The highest price that counts.</param>
    /// <param name="low">The lowest price that counts.</param>
    public void TrailAfter(double high, double low)
    {
        (double best, double stop) = Trailed(Best, _order.StopPrice, high, low);
        Trail(best, stop);
    }

    /// <summary>Where a trailing stop stands once this is the best price.</summary>
    public double StopFor(double best) => TrailingStops.StopFor(_order, _trailStart, best, Factors);

    /// <summary>Moves a trailing stop.</summary>
    /// <param name="best">The best price since entry.</param>
    /// <param name="stop">Where the stop stands.</param>
    public void Trail(double best, double stop)
    {
        Best = best;
        if (stop != _order.StopPrice)
            _order = _order with { StopPrice = stop };
    }

    /// <summary>Where a trailing stop stands after a bar; it only ever comes nearer.</summary>
    /// <param name="best">The best price before it.</param>
    /// <param name="stop">Where the stop stood before it.</param>
    /// <param name="high">The highest price that counts.</param>
    /// <param name="low">The lowest price that counts.</param>
    public (double Best, double Stop) Trailed(double best, double stop, double high, double low)
    {
        if (_order.Side == Side.Sell)
        {
            best = Math.Max(best, high);
            return (best, Math.Max(stop, StopFor(best)));
        }

        best = Math.Min(best, low);
        return (best, Math.Min(stop, StopFor(best)));
    }

    private WorkingOrder? ProtectionOf(OrderType type)
    {
        foreach (WorkingOrder order in _protection)
        {
            if (order._order.Type == type)
                return order;
        }

        return null;
    }
}
