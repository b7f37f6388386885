namespace Backtest.Engine;

/// <content>Changes of its terms while it works.</content>
internal sealed partial class WorkingOrder
{
    /// <summary>Activates the order, once the order it waited for has filled.</summary>
    /// <param name="time">The time of that fill, UTC ticks.</param>
    /// <param name="bar">The bar of that fill.</param>
    /// <param name="price">The price of that fill, from which a trailing stop starts.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public void Release(long time, in FillBar bar, double price, AdjustmentFactors? factors)
    {
        IsAwaiting = false;
        ArrivesAt = Math.Max(ArrivesAt, time);
        PlacedDay = bar.Day;
        FirstDay = time == bar.Start ? bar.Day : -1; // if filled within the bar, the order first rests on the next bar
        QuietTo = 0;
        if (_order.Type != OrderType.TrailingStop)
            return;
        Factors = factors;
        TrailFrom(price);
        _order = _order with { StopPrice = StopFor(price) };
    }

    /// <summary>Restates quantities and prices in units after a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="remaining">The quantity left to fill after the split.</param>
    public void Split(in SplitEvent split, decimal remaining)
    {
        decimal quantity = IsDormant ? split.Lots(_order.Quantity) : split.Lots(Filled) + remaining;
        Filled = split.Lots(Filled);
        Remaining = remaining;
        Best = split.Rescale(Best);
        QuietTo = 0;
        _order = OrderTerms.Split(_order, split, quantity);
        _entryPrice = split.Rescale(_entryPrice);
        _trailStart = split.Rescale(_trailStart);
    }

    /// <summary>Sets the quantity after that of its entry changed.</summary>
    public void Resize(decimal quantity) => _order = _order with { Quantity = quantity };

    /// <summary>Amends the terms; prices are rounded like those of a new order.</summary>
    /// <param name="request">The changes.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public void Amend(in AmendRequestEvent request, AdjustmentFactors? factors)
    {
        QuietTo = 0;
        Factors = factors;
        _order = OrderTerms.Amended(_order, request, IsProtective && !IsDormant ? _entryPrice : double.NaN, factors);
        if (_order.Type == OrderType.TrailingStop && !double.IsNaN(request.Distance) && !IsDormant)
            _order = _order with { StopPrice = StopFor(Best) };
        if (request.Quantity > 0)
            Remaining = Math.Max(0, request.Quantity - Filled);
    }
}
