namespace Backtest.Engine;

/// <summary>Lets strategies cancel and amend their own working orders.</summary>
internal sealed class OrderChanges(WorkingOrders working, Market market, Portfolio portfolio, OrderFactory factory, IOrderMatching matching)
{
    private readonly Dictionary<int, decimal> _wanted = []; // the quantities of orders to be enlarged, by the ids of their signals

    private DateTime Time => new(market.Time, DateTimeKind.Utc);

    /// <summary>Cancels the orders a signal refers to.</summary>
    /// <returns>Why there is nothing to cancel; <see langword="null"/> if there was.</returns>
    public string? Cancel(in SignalEvent signal, IOrderEvents orders)
    {
        bool isDone = false;
        // From the end: an entry that is canceled cancels orders after it as well, and all of them leave the list.
        List<WorkingOrder> listed = working.Of(signal.Instrument.Index);
        for (int i = listed.Count - 1; i >= 0; i--)
        {
            if (i >= listed.Count || listed[i] is not { IsDone: false } order || !IsNamed(order, signal))
                continue;
            orders.Emit(new CancelRequestEvent(
                order.Order.Id, Time, signal.Instrument, signal.Reason ?? "canceled", OrderCause.Signal, signal.Id));
            isDone = true;
        }

        return isDone ? null : VetoReason.NothingToCancel;
    }

    /// <summary>Amends the order a signal refers to, and its protection, unless the order would become larger.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="orders">Receives the requests.</param>
    /// <param name="added">The quantity by which the order is to become larger, in which case nothing has changed yet; otherwise zero.</param>
    /// <param name="side">The side of the order.</param>
    /// <returns>Why the order cannot be amended; <see langword="null"/> if it can.</returns>
    public string? Amend(in SignalEvent signal, IOrderEvents orders, out decimal added, out Direction side)
    {
        WorkingOrder? order = working.Of(signal.StrategyIndex, signal.Instrument, signal.RefersTo.Number);
        side = order is { Order.Side: Side.Sell } ? Direction.Short : Direction.Long;
        added = order is { IsEntry: true } ? Math.Max(0, Quantity(signal) - order.Order.Quantity) : 0;
        string? reason = Unfit(signal, order);
        if (reason is null && added > 0)
            _wanted[signal.Id] = Quantity(signal);
        else if (reason is null)
            Apply(signal, Quantity(signal), riskLimit: null, double.NaN, double.NaN, orders);
        return reason;
    }

    /// <summary>Amends the order a signal refers to with a quantity that may be larger, and with all other terms of the signal.</summary>
    /// <returns>Why the order cannot be amended; <see langword="null"/> if it was.</returns>
    public string? Enlarge(
        in SignalEvent signal, decimal added, string? riskLimit, double measured, double threshold, IOrderEvents orders)
    {
        if (working.Of(signal.StrategyIndex, signal.Instrument, signal.RefersTo.Number) is not { } order)
            return VetoReason.NothingToAmend;
        // Another signal of the turn may have enlarged the order in the meantime.
        Apply(signal, Math.Min(order.Order.Quantity + added, _wanted[signal.Id]), riskLimit, measured, threshold, orders);
        return null;
    }

    /// <summary>Removes the requests of the turn.</summary>
    public void Clear() => _wanted.Clear();

    private static bool IsNamed(WorkingOrder order, in SignalEvent signal) =>
        !order.IsProtection && order.Order.StrategyIndex == signal.StrategyIndex
        && (signal.RefersTo.Number > 0 ? order.Order.Handle == signal.RefersTo.Number : order.IsEntry || order.IsWaitingExit);

    /// <summary>The quantity a signal requests, in whole lots; zero if it requests none.</summary>
    private static decimal Quantity(in SignalEvent signal) =>
        signal.Size.Unit == SizeUnit.None ? 0 : signal.Instrument.RoundDownToLot((decimal)signal.Size.Amount);

    /// <summary>Why the terms of an amendment do not fit the order; <see langword="null"/> if they do.</summary>
    private string? Unfit(in SignalEvent signal, WorkingOrder? order)
    {
        EntryTerms terms = signal.Entry;
        bool isOwn = (terms.Limit ?? terms.Stop ?? terms.Trail) is not null || signal.Size.Unit != SizeUnit.None;
        if (isOwn && order is null)
            return VetoReason.NothingToAmend;
        if (signal.Size.Unit != SizeUnit.None && Quantity(signal) == 0)
            return VetoReason.BelowLot;
        if (terms.IsProtected && !IsEntryOrHeld(signal, order))
            return VetoReason.NothingToAmend;
        if (AddsOnTheWrongSide(signal, order))
            return VetoReason.WrongSide;
        if (order is null)
            return null;
        bool hasOther = (terms.Limit is not null && double.IsNaN(order.Order.LimitPrice))
            || (terms.Stop is not null && (double.IsNaN(order.Order.StopPrice) || order.IsTriggered))
            || (terms.Trail is not null && (order.Order.Type != OrderType.TrailingStop || order.Order.IsDistanceFraction != terms.Trail < 1));
        return hasOther ? VetoReason.OtherTerms : null;
    }

    private void Apply(
        in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold, IOrderEvents orders)
    {
        EntryTerms terms = signal.Entry;
        var request = new AmendRequestEvent
        {
            OrderId = 0,
            SignalId = signal.Id,
            Time = Time,
            Instrument = signal.Instrument,
            LimitPrice = double.NaN,
            StopPrice = double.NaN,
            Distance = double.NaN,
            RiskLimit = riskLimit,
            Measured = measured,
            Threshold = threshold,
            Reason = signal.Reason,
        };
        if ((terms.Limit ?? terms.Stop ?? terms.Trail) is not null || quantity > 0)
        {
            orders.Emit(request with
            {
                OrderId = working.Of(signal.StrategyIndex, signal.Instrument, signal.RefersTo.Number)!.Order.Id,
                LimitPrice = terms.Limit ?? double.NaN,
                StopPrice = terms.Stop ?? double.NaN,
                Distance = terms.Trail ?? double.NaN,
                Quantity = quantity,
            });
        }

        foreach ((OrderType type, PriceLevel? level) in Protection(terms))
        {
            if (level is not { } price)
                continue;
            if (Protecting(signal, type) is not { } order)
            {
                Add(signal, type, price, orders);
                continue;
            }

            if (price.IsDistance && type != OrderType.TrailingStop && order.Order is { IsAddedProtection: true, ParentId: 0 })
                price = PriceLevel.At(OrderFactory.FromAverage(portfolio.Holding(signal.StrategyIndex, signal.Instrument), type, price.Value));
            double at = price.IsDistance ? double.NaN : price.Value;
            orders.Emit(request with
            {
                OrderId = order.Order.Id,
                LimitPrice = type == OrderType.Limit ? at : double.NaN,
                StopPrice = type == OrderType.Limit ? double.NaN : at,
                Distance = price.IsDistance ? price.Value : double.NaN,
            });
        }
    }

    private WorkingOrder? Protecting(in SignalEvent signal, OrderType type) =>
        working.ProtectionOf(signal.StrategyIndex, signal.Instrument, signal.RefersTo.Number, type);

    /// <summary>Whether there is an entry or a position that could be protected.</summary>
    private bool IsEntryOrHeld(in SignalEvent signal, WorkingOrder? order) =>
        order is not null ? order.IsEntry : portfolio.Holding(signal.StrategyIndex, signal.Instrument).Quantity != 0;

    /// <summary>Adds protection: to the entry as long as it works or is protected, otherwise to the position.</summary>
    private void Add(in SignalEvent signal, OrderType type, PriceLevel level, IOrderEvents orders)
    {
        if (working.EntryOf(signal.StrategyIndex, signal.Instrument, signal.RefersTo.Number) is { } entry)
            factory.Protect(signal, entry.Order, type, level, orders);
        else
            factory.Protect(signal, portfolio.Holding(signal.StrategyIndex, signal.Instrument), type, level, orders);
    }

    /// <summary>Whether added protection has a price at which it would fill at once.</summary>
    private bool AddsOnTheWrongSide(in SignalEvent signal, WorkingOrder? order)
    {
        EntryTerms added = signal.Entry with
        {
            StopLoss = Protecting(signal, OrderType.Stop) is null ? signal.Entry.StopLoss : null,
            TakeProfit = Protecting(signal, OrderType.Limit) is null ? signal.Entry.TakeProfit : null,
            Limit = null,
            Stop = null,
            Trail = null,
        };
        Direction side = portfolio.Holding(signal.StrategyIndex, signal.Instrument).Quantity < 0 ? Direction.Short : Direction.Long;
        if (order is { IsEntry: true, HasFilled: false })
        {
            side = order.Order.Side == Side.Buy ? Direction.Long : Direction.Short;
            added = added with { Limit = signal.Entry.Limit ?? Price(order.Order.LimitPrice) };
            double? waking = signal.Entry.Stop ?? Price(order.Order.StopPrice);
            added = OrderTypes.IsIfTouched(order.Order.Type) ? added with { Touch = waking } : added with { Stop = waking };
        }

        return ProtectionSides.AreWrong(signal with { Entry = added, Direction = side }, market.Close(signal.Instrument.Index), matching);
    }

    private static double? Price(double price) => double.IsFinite(price) ? price : null;

    private static IEnumerable<(OrderType Type, PriceLevel? Level)> Protection(EntryTerms terms)
    {
        yield return (OrderType.Stop, terms.StopLoss);
        yield return (OrderType.Limit, terms.TakeProfit);
        yield return (OrderType.TrailingStop, terms.TrailingStop is { } distance ? PriceLevel.Offset(distance) : null);
    }
}
