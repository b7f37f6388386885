using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>
/// One portfolio's orders at the engine. In each turn what closes at the open fills first, then what enters there, each in the order
/// placed; then what is touched within the bars, stops ahead of targets.
/// </summary>
public sealed class OrderBook
{
    private readonly BacktestEngine _engine;
    private readonly Portfolio _portfolio;
    private readonly Buying _buying;
    private readonly List<WorkingOrder>[] _orders;
    private int _working;
    private int _fills;

    internal OrderBook(BacktestEngine engine, PortfolioConfig config, Portfolio portfolio, Market market)
    {
        _engine = engine;
        _portfolio = portfolio;
        _buying = new Buying(engine, config, portfolio, market);
        _orders = new List<WorkingOrder>[market.Series.Length];
        for (int i = 0; i < _orders.Length; i++)
            _orders[i] = [];
        Market = market;
    }

    /// <summary>Fills, counted.</summary>
    public int Fills => _fills;

    /// <summary>Where the market stands.</summary>
    internal Market Market { get; }

    /// <summary>Where orders are written once they are done.</summary>
    internal PortfolioRecorder? Recorder { get; set; }

    /// <summary>Fills what rests against the bars of the turn.</summary>
    public void OnBar(in Turn turn, IExecutionEvents events)
    {
        if (_working == 0)
            return;
        Market.Begin(turn);
        // Across all instruments, so that what one frees another may take, whatever their names.
        foreach (TurnBar bar in turn.Bars)
        {
            if (_orders[bar.Series].Count > 0)
                CloseAtOpen(_orders[bar.Series], FillBar.From(turn.Series(bar.Series), bar.Row, turn.Number), events);
        }

        foreach (TurnBar bar in turn.Bars)
        {
            if (_orders[bar.Series].Count > 0)
                FillAtOpen(_orders[bar.Series], FillBar.From(turn.Series(bar.Series), bar.Row, turn.Number), events);
        }

        foreach (TurnBar bar in turn.Bars)
        {
            if (_orders[bar.Series].Count > 0)
                FillWithin(_orders[bar.Series], FillBar.From(turn.Series(bar.Series), bar.Row, turn.Number), events);
        }
    }

    /// <summary>An exit cancels its own strategy's resting entries at once, whatever becomes of it.</summary>
    public void OnSignal(in SignalEvent signal, IExecutionEvents events)
    {
        if (_working == 0 || signal.Action != SignalAction.Exit)
            return;
        List<WorkingOrder> orders = _orders[signal.Instrument.Index];
        CancelEntries(orders, signal.Strategy, signal.Time, events);
        Sweep(orders);
    }

    /// <summary>Takes an order; it rests until the next bar.</summary>
    public void OnOrder(in OrderEvent order, IExecutionEvents events)
    {
        List<WorkingOrder> orders = _orders[order.Instrument.Index];
        WorkingOrder? parent = order.Parent == 0 ? null : FindEntry(orders, order.Parent);
        var working = new WorkingOrder(order, parent, Market.Turn);
        orders.Add(working);
        _working++;
        if (!working.IsExit)
            return;
        CancelEntries(orders, order.Strategy, order.Time, events);
        Unprotect(working, orders, events);
        Sweep(orders);
    }

    /// <summary>
    /// Fills orders just placed at the close of the turn, where that is how the run fills; at the end of a run that closes all, every exit
    /// and no entry.
    /// </summary>
    internal void FillAtClose(in Turn turn, IExecutionEvents events)
    {
        bool ends = turn.IsLast && _engine.ClosesAtEnd;
        if (_working == 0 || !(_engine.FillsAtClose || ends))
            return;
        for (int s = 0; s < _orders.Length; s++)
        {
            List<WorkingOrder> orders = _orders[s];
            if (orders.Count == 0 || !(Market.IsInTurn(s) || ends))
                continue;
            FillBar bar = Market.LastBar(s);
            for (int i = 0; i < orders.Count; i++)
            {
                WorkingOrder order = orders[i];
                if (!order.IsDone && (ends ? order.IsExit : IsDue(order, turn)))
                    Execute(order, Market.Close(s), turn.End, bar, ignoresVolume: ends, events);
            }

            Sweep(orders);
        }
    }

    /// <summary>Cancels everything.</summary>
    internal void CancelAll(DateTime time, string reason, IExecutionEvents events)
    {
        foreach (List<WorkingOrder> orders in _orders)
        {
            for (int i = 0; i < orders.Count; i++)
            {
                if (!orders[i].IsDone)
                    Cancel(orders[i], time, reason, events);
            }

            Sweep(orders);
        }
    }

    /// <summary>Whether a strategy has an entry resting on an instrument, to this side where one is named.</summary>
    internal bool HasEntry(int strategy, Instrument instrument, Side? side = null)
    {
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsEntry && order.Order.Strategy == strategy && (side ?? order.Order.Side) == order.Order.Side)
                return true;
        }

        return false;
    }

    /// <summary>How many of a strategy's position resting exits will close.</summary>
    internal decimal Exiting(int strategy, Instrument instrument)
    {
        decimal quantity = 0;
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsExit && order.Order.Strategy == strategy)
                quantity += order.Remaining;
        }

        return quantity;
    }

    /// <summary>The quantity of an instrument resting entries would add, or resting exits take; below zero for sales.</summary>
    internal decimal RestingQuantity(Instrument instrument, bool entries)
    {
        decimal quantity = 0;
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsProtective || order.IsEntry != entries)
                continue;
            quantity += order.Order.Side == Side.Buy ? order.Remaining : -order.Remaining;
        }

        return quantity;
    }

    /// <summary>Every order not done, for the record.</summary>
    internal IEnumerable<WorkingOrder> Working() => _orders.SelectMany(orders => orders);

    private ReadOnlySpan<WorkingOrder> Resting(Instrument instrument) => CollectionsMarshal.AsSpan(_orders[instrument.Index]);

    private void CloseAtOpen(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
            Expire(orders[i], bar, events);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsEntry && CanFill(orders[i], bar))
                Execute(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    private void FillAtOpen(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            if (CanFill(orders[i], bar))
                Execute(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    private void FillWithin(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (!CanFill(order, bar))
                continue;
            double price = FillPrice.WithinBar(order, order.From(bar), bar.High, bar.Low);
            if (!double.IsNaN(price) && !HasNearerStop(order, orders))
                Execute(order, price, bar.End, bar, ignoresVolume: false, events);
        }

        foreach (WorkingOrder order in orders)
        {
            if (order.Order.Type == OrderType.TrailingStop && !order.IsDone && !order.IsDormant)
                order.Trail(bar.High, bar.Low);
        }

        Sweep(orders);
    }

    /// <summary>Whether the price passes a trailing stop of the same entry before it comes to a stop.</summary>
    private static bool HasNearerStop(WorkingOrder stop, List<WorkingOrder> orders)
    {
        if (stop.Order.Type != OrderType.Stop || !stop.IsProtective)
            return false;
        foreach (WorkingOrder order in orders)
        {
            if (order.Parent != stop.Parent || order.Order.Type != OrderType.TrailingStop || order.IsDone)
                continue;
            return stop.Order.Side == Side.Sell
                ? order.Order.StopPrice > stop.Order.StopPrice
                : order.Order.StopPrice < stop.Order.StopPrice;
        }

        return false;
    }

    /// <summary>An order fills on a bar that starts at or after its decision, once; protection also on the bar of its entry.</summary>
    private bool CanFill(WorkingOrder order, in FillBar bar) =>
        !order.IsDone && !order.IsDormant && order.LastFillTurn != bar.Turn && (order.IsProtective || order.Order.Time.Ticks <= bar.Start)
        && !(order.IsEntry && IsOpposed(order));

    /// <summary>Whether an entry would close a position its strategy still has; it waits until the exit is done.</summary>
    private bool IsOpposed(WorkingOrder entry)
    {
        decimal held = _portfolio.Holding(entry.Order.Strategy, entry.Order.Instrument).Quantity;
        return entry.Order.Side == Side.Buy ? held < 0 : held > 0;
    }

    private void Expire(WorkingOrder order, in FillBar bar, IExecutionEvents events)
    {
        if (order.IsDone || order.Order.TimeInForce != TimeInForce.Day || order.IsDormant)
            return;
        if (order.FirstDay < 0)
            order.FirstDay = bar.Day;
        else if (order.FirstDay != bar.Day)
            Cancel(order, new DateTime(bar.Start, DateTimeKind.Utc), "expired", events);
    }

    private void Execute(WorkingOrder order, double price, long time, in FillBar bar, bool ignoresVolume, IExecutionEvents events)
    {
        if (double.IsNaN(price))
            return;
        order.Trigger();
        ref readonly OrderEvent terms = ref order.Order;
        decimal wanted = order.IsEntry ? order.Remaining : Math.Min(order.Remaining, Closable(order));
        if (wanted == 0)
        {
            Cancel(order, new DateTime(time, DateTimeKind.Utc), "position_closed", events);
            return;
        }

        decimal quantity = ignoresVolume ? wanted : Math.Min(wanted, _engine.Available(bar.Volume, terms.Instrument));
        if (quantity == 0)
            return;
        decimal before = (decimal)price;
        bool slips = terms.Type is not (OrderType.Limit or OrderType.StopLimit);
        decimal at = slips ? _engine.Slip(before, terms.Side, terms.Instrument) : before;
        decimal affordable = order.IsEntry ? _buying.Affordable(order, quantity, at) : quantity;
        if (affordable == 0)
        {
            Reject(order, new DateTime(time, DateTimeKind.Utc), "insufficient_funds", events);
            return;
        }

        Trade(order, affordable, before, at, time, bar, events);
        if (affordable < quantity && !order.IsDone)
            Cancel(order, new DateTime(time, DateTimeKind.Utc), "insufficient_funds", events);
    }

    private void Trade(
        WorkingOrder order, decimal quantity, decimal before, decimal at, long time, in FillBar bar, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal value = quantity * at * terms.Instrument.Multiplier;
        decimal commission = _engine.Commission(order.Filled + quantity, order.Traded + value) - order.Charged;
        order.Fill(quantity, value, commission, bar.Turn);
        if (order.Remaining == 0)
            End(order, OrderStatus.Filled, reason: null);
        events.Emit(new FillEvent(
            ++_fills,
            terms.Id,
            new DateTime(time, DateTimeKind.Utc),
            new DateTime(bar.Start, DateTimeKind.Utc),
            bar.Index,
            terms.Instrument,
            terms.Strategy,
            terms.Side,
            quantity,
            at,
            commission,
            Math.Abs(at - before) * quantity * terms.Instrument.Multiplier));
        List<WorkingOrder> orders = _orders[terms.Instrument.Index];
        if (order.IsEntry)
            Protect(order, quantity, (double)at, time > bar.Start ? bar.Turn : WorkingOrder.Never, orders);
        else
            Closed(order, quantity, new DateTime(time, DateTimeKind.Utc), orders, events);
    }

    /// <summary>A fill of an entry wakes its protection, or makes it larger.</summary>
    private static void Protect(WorkingOrder entry, decimal quantity, double price, long inside, List<WorkingOrder> orders)
    {
        foreach (WorkingOrder order in orders)
        {
            if (order.Parent != entry || order.IsDone)
                continue;
            if (order.IsDormant)
                order.Protect(price, inside);
            order.Remaining += quantity;
        }
    }

    /// <summary>
    /// A fill that closes takes from what protects the same quantity, and from all protection once the position is flat. What protection
    /// closes is not entered again: the rest of its entry goes.
    /// </summary>
    private void Closed(WorkingOrder closing, decimal quantity, DateTime time, List<WorkingOrder> orders, IExecutionEvents events)
    {
        bool isFlat = _portfolio.Holding(closing.Order.Strategy, closing.Order.Instrument).Quantity == 0;
        if (closing.Parent is { IsDone: false } entry)
            Cancel(entry, time, "other_filled", events);
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (order == closing || order.IsDone || order.IsDormant || order.Order.Strategy != closing.Order.Strategy || order.IsEntry)
                continue;
            bool isSibling = order.IsProtective && order.Parent == closing.Parent;
            if (isSibling && order.Remaining <= quantity)
                Cancel(order, time, "other_filled", events);
            else if (isFlat)
                Cancel(order, time, "position_closed", events);
            else if (isSibling)
                order.Remaining -= quantity;
        }
    }

    private void CancelEntries(List<WorkingOrder> orders, int strategy, DateTime time, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].IsEntry && orders[i].Order.Strategy == strategy && !orders[i].IsDone)
                Cancel(orders[i], time, "exit", events);
        }
    }

    /// <summary>An exit leaves only as much protection as there will be position: the oldest entries' goes first.</summary>
    private void Unprotect(WorkingOrder exit, List<WorkingOrder> orders, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref exit.Order;
        decimal held = Math.Abs(_portfolio.Holding(terms.Strategy, terms.Instrument).Quantity);
        decimal left = Math.Max(0, held - Exiting(terms.Strategy, terms.Instrument));
        WorkingOrder? group = null;
        decimal share = 0;
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            WorkingOrder order = orders[i];
            if (!order.IsProtective || order.IsDone || order.Order.Strategy != terms.Strategy || order.IsDormant)
                continue;
            if (order.Parent != group)
            {
                group = order.Parent;
                left -= share;
                share = Math.Min(order.Remaining, left);
            }

            if (share == 0)
                Cancel(order, terms.Time, "exit", events);
            else
                order.Remaining = Math.Min(order.Remaining, share);
        }
    }

    /// <summary>Whether an order just placed fills at the close.</summary>
    private bool IsDue(WorkingOrder order, in Turn turn) =>
        order.Turn == turn.Number && order.Order.Type == OrderType.Market && !(order.IsEntry && IsOpposed(order));

    private decimal Closable(WorkingOrder order)
    {
        decimal held = _portfolio.Holding(order.Order.Strategy, order.Order.Instrument).Quantity;
        return Math.Max(0, order.Order.Side == Side.Sell ? held : -held);
    }

    private void Cancel(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal unfilled = order.Remaining;
        End(order, OrderStatus.Canceled, reason);
        events.Emit(new OrderCanceledEvent(terms.Id, time, terms.Instrument, terms.Strategy, unfilled, reason));
        Orphan(order, time, reason, events);
    }

    private void Reject(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        End(order, OrderStatus.Rejected, reason);
        events.Emit(new OrderRejectedEvent(terms.Id, time, terms.Instrument, terms.Strategy, reason));
        Orphan(order, time, reason, events);
    }

    /// <summary>Protection that waits for an entry goes with it.</summary>
    private void Orphan(WorkingOrder entry, DateTime time, string reason, IExecutionEvents events)
    {
        if (!entry.IsEntry)
            return;
        List<WorkingOrder> orders = _orders[entry.Order.Instrument.Index];
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].Parent == entry && orders[i].IsDormant && !orders[i].IsDone)
                Cancel(orders[i], time, reason, events);
        }
    }

    private void End(WorkingOrder order, OrderStatus status, string? reason)
    {
        order.End(status, reason);
        _working--;
        Recorder?.OnOrderDone(order);
    }

    private static WorkingOrder? FindEntry(List<WorkingOrder> orders, int id)
    {
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            if (orders[i].Order.Id == id)
                return orders[i];
        }

        return null;
    }

    private static void Sweep(List<WorkingOrder> orders) => orders.RemoveAll(static order => order.IsDone);
}
