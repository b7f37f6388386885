namespace Backtest.Engine;

/// <content>What becomes of its terms while it is at work.</content>
internal sealed partial class WorkingOrder
{
    /// <summary>Comes to work, once the order it waited for has filled.</summary>
    /// <param name="time">When that was, UTC ticks.</param>
    /// <param name="bar">The bar it filled on.</param>
    /// <param name="price">The price it filled at, from which on a trailing stop follows.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    public void Release(long time, in FillBar bar, double price, AdjustmentFactors? factors)
    {
        IsAwaiting = false;
        ArrivesAt = Math.Max(ArrivesAt, time);
        PlacedDay = bar.Day;
        FirstDay = time == bar.Start ? bar.Day : -1; // filled within the bar, the next one is the first it rests on
        QuietTo = 0;
        if (_order.Type != OrderType.TrailingStop)
            return;
        Factors = factors;
        TrailFrom(price);
        _order = _order with { StopPrice = StopFor(price) };
    }

    /// <summary>Restates quantities and prices in units after a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="remaining">How many are still to fill then.</param>
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

    /// <summary>Is for more or fewer, as its entry is.</summary>
    public void Resize(decimal quantity) => _order = _order with { Quantity = quantity };

    /// <summary>Takes other terms; prices are rounded as those of a new order.</summary>
    /// <param name="request">What changes.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
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
