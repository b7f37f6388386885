namespace Backtest.Engine;

/// <content>Protection of an entry, and trailing stops.</content>
internal sealed partial class WorkingOrder
{
    /// <summary>Activates a protective order after a fill of its entry; one at a distance gets its price.</summary>
    /// <param name="fill">The price of the entry.</param>
    /// <param name="inside">The bar, if the entry filled inside it; otherwise <see cref="BarPlace.None"/>.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
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

    /// <summary>Starts to protect an entry that has already filled.</summary>
    /// <param name="fill">The price of the entry.</param>
    /// <param name="quantity">The quantity it protects.</param>
    /// <param name="best">The current price, from which a trailing stop starts.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public void Protect(double fill, decimal quantity, double best, AdjustmentFactors? factors)
    {
        Protect(fill, BarPlace.None, factors);
        Remaining = quantity;
        if (_order.Type != OrderType.TrailingStop)
            return;
        TrailFrom(best);
        _order = _order with { StopPrice = StopFor(best) };
    }

    /// <summary>The price of the entry it protects; zero until the entry has filled.</summary>
    public double EntryPrice => _entryPrice;

    /// <summary>The first price of a bar that counts for the order: the open, or the price of the entry if it filled inside the bar.</summary>
    public double From(in FillBar bar) => IsFresh(bar) ? _entryPrice : bar.Open;

    /// <summary>Whether its entry filled inside this bar, so that the bar does not count from its open on.</summary>
    public bool IsFresh(in FillBar bar) => _wokenInside == bar.Place;

    /// <summary>The favorable range of a bar for the order: after an entry inside the bar, only prices proved to come after it.</summary>
    public ProvenRange Favorable(in FillBar bar) => IsFresh(bar) ? bar.After(_entryPrice) : new ProvenRange(bar.Prices.High, bar.Prices.Low);

    /// <summary>Starts a trailing stop at a price.</summary>
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

    /// <summary>The price of the trailing stop at a best price.</summary>
    public double StopFor(double best) => TrailingStops.StopFor(_order, _trailStart, best, Factors);

    /// <summary>Moves a trailing stop.</summary>
    /// <param name="best">The best price since entry.</param>
    /// <param name="stop">The price of the stop.</param>
    public void Trail(double best, double stop)
    {
        Best = best;
        if (stop != _order.StopPrice)
            _order = _order with { StopPrice = stop };
    }

    /// <summary>The best price and the stop price of a trailing stop after a bar; the stop never moves away from the price.</summary>
    /// <param name="best">The best price before it.</param>
    /// <param name="stop">The stop price before it.</param>
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
