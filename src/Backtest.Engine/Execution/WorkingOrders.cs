using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>A portfolio's orders at work, by the index of their instruments, each list in the order placed.</summary>
/// <param name="instruments">How many instruments there are.</param>
[PartOf<OrderExecution>]
internal sealed class WorkingOrders(int instruments)
{
    private readonly List<OrderTally>[] _tallies = [.. Enumerable.Range(0, instruments).Select(_ => new List<OrderTally>())]; // by strategy
    private readonly List<WorkingOrder>[] _orders = [.. Enumerable.Range(0, instruments).Select(_ => new List<WorkingOrder>())];
    private readonly int[] _working = new int[instruments]; // orders not done
    private readonly List<int> _listed = []; // instruments with orders, ascending
    private readonly Stack<WorkingOrder> _free = [];
    private readonly List<OrderEvent> _shown = []; // used again, so that asking costs no allocation
    private int _places;

    /// <summary>How many there are, dormant ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the turn something was last entered in; −1: nothing was yet.</summary>
    public long LastEntryTurn { get; set; } = -1;

    /// <summary>How many instruments there are.</summary>
    public int Instruments => _orders.Length;

    /// <summary>The instruments there are orders of, in ordinal order of symbols; valid until one is added or swept away.</summary>
    public ReadOnlySpan<int> Listed => CollectionsMarshal.AsSpan(_listed);

    /// <summary>An instrument's orders; some may be done since the last sweep.</summary>
    public List<WorkingOrder> Of(int instrument) => _orders[instrument];

    /// <summary>Whether an instrument has an order that is not done.</summary>
    public bool HasAny(int instrument) => _working[instrument] > 0;

    /// <summary>Every order that is not done.</summary>
    public IEnumerable<WorkingOrder> All => _orders.SelectMany(orders => orders).Where(order => !order.IsDone);

    /// <summary>Takes an order in.</summary>
    /// <param name="order">The order.</param>
    /// <param name="parent">The entry it protects; <see langword="null"/>: none.</param>
    /// <param name="turn">The turn it was placed in.</param>
    public WorkingOrder Add(in OrderEvent order, WorkingOrder? parent, long turn)
    {
        if (!_free.TryPop(out WorkingOrder? added))
            added = new WorkingOrder(_places++);
        added.Begin(order, parent, turn);
        int instrument = order.Instrument.Index;
        if (_orders[instrument].Count == 0)
            _listed.Insert(~_listed.BinarySearch(instrument), instrument);
        _orders[instrument].Add(added);
        (parent ?? added).Listed++;
        added.Join(Tally(order.StrategyIndex, order.Instrument));
        _working[instrument]++;
        Count++;
        return added;
    }

    /// <summary>Has an entry and those it names cancel each other.</summary>
    public void Group(WorkingOrder entry)
    {
        foreach (WorkingOrder order in _orders[entry.Order.Instrument.Index])
        {
            if (!order.IsDone && order.IsOfGroup(entry))
                order.IsGrouped = true;
        }
    }

    /// <summary>Takes note that an order is done; it stays in its list until that is swept, for loops over it go on.</summary>
    public void Remove(WorkingOrder order)
    {
        _working[order.Order.Instrument.Index]--;
        Count--;
    }

    /// <summary>Removes an instrument's orders that are done, once they are half of those listed: a sweep looks at every one.</summary>
    public void Sweep(int instrument)
    {
        List<WorkingOrder> orders = _orders[instrument];
        if (_working[instrument] * 2 > orders.Count)
            return;
        int kept = 0;
        Span<WorkingOrder> listed = CollectionsMarshal.AsSpan(orders);
        foreach (WorkingOrder order in listed)
        {
            if (order.IsDone)
                Free(order);
            else
                listed[kept++] = order;
        }

        orders.RemoveRange(kept, orders.Count - kept);
        if (kept == 0 && !listed.IsEmpty)
            _listed.RemoveAt(_listed.BinarySearch(instrument));
    }

    /// <summary>The order of this id; <see langword="null"/>: it is done, or of another instrument.</summary>
    public WorkingOrder? Find(int instrument, int id)
    {
        // Ids count up, and orders stand in the order placed.
        List<WorkingOrder> orders = _orders[instrument];
        int low = 0;
        int high = orders.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (orders[middle].Order.Id < id)
                low = middle + 1;
            else
                high = middle;
        }

        return low <= high && orders[low].Order.Id == id && !orders[low].IsDone ? orders[low] : null;
    }

    /// <summary>The order at work of a strategy that a signal of this handle asked for; <see langword="null"/>: there is none.</summary>
    public WorkingOrder? Of(int strategy, Instrument instrument, int handle)
    {
        List<WorkingOrder> orders = _orders[instrument.Index];
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            if (orders[i] is { IsDone: false, IsProtection: false } order
                && order.Order.Handle == handle && order.Order.StrategyIndex == strategy)
            {
                return order;
            }
        }

        return null;
    }

    /// <summary>What protects the entry a signal of this handle asked for; <see langword="null"/>: nothing of that type.</summary>
    public WorkingOrder? ProtectionOf(int strategy, Instrument instrument, int handle, OrderType type)
    {
        foreach (WorkingOrder order in _orders[instrument.Index])
        {
            if (order is { IsDone: false, IsProtection: true, IsBreakEven: false } && order.Order.Type == type
                && order.Order.Handle == handle && order.Order.StrategyIndex == strategy)
            {
                return order;
            }
        }

        return null;
    }

    /// <summary>
    /// The entry a signal of this handle asked for: at work, or filled and still protected; <see langword="null"/>: there is none any more.
    /// </summary>
    public WorkingOrder? EntryOf(int strategy, Instrument instrument, int handle)
    {
        if (Of(strategy, instrument, handle) is { IsEntry: true } entry)
            return entry;
        foreach (WorkingOrder order in _orders[instrument.Index])
        {
            if (order is { IsDone: false, IsProtective: true } && order.Order.Handle == handle && order.Order.StrategyIndex == strategy)
                return order.Parent;
        }

        return null;
    }

    /// <summary>The entry with an id, at work, or filled and still protected; <see langword="null"/>: there is none any more.</summary>
    public WorkingOrder? FindEntry(int instrument, int id)
    {
        if (Find(instrument, id) is { } entry)
            return entry;
        foreach (WorkingOrder order in _orders[instrument])
        {
            if (order is { IsDone: false, Parent: { } parent } && parent.Order.Id == id)
                return parent;
        }

        return null;
    }

    /// <summary>How many of what a strategy holds the protection of its entries covers.</summary>
    public decimal ProtectedByEntries(int strategy, Instrument instrument)
    {
        decimal quantity = 0;
        WorkingOrder? last = null;
        foreach (WorkingOrder order in _orders[instrument.Index])
        {
            if (order is not { IsDone: false, IsDormant: false, Parent: { } entry } || entry == last || order.Order.StrategyIndex != strategy)
                continue;
            quantity += Protection.Largest(entry);
            last = entry;
        }

        return quantity;
    }

    /// <summary>A strategy's orders at work on an instrument, each with what is left to fill; valid until the next call.</summary>
    public ReadOnlySpan<OrderEvent> OrdersOf(int strategy, Instrument instrument)
    {
        _shown.Clear();
        foreach (WorkingOrder order in _orders[instrument.Index])
        {
            if (!order.IsDone && order.Order.StrategyIndex == strategy)
                _shown.Add(order.Shown);
        }

        return CollectionsMarshal.AsSpan(_shown);
    }

    /// <summary>Whether a strategy has an entry resting on an instrument, to this side where one is named.</summary>
    public bool HasEntry(int strategy, Instrument instrument, Side? side = null)
    {
        OrderTally tally = Tally(strategy, instrument);
        return (side != Side.Sell && tally.Buys > 0) || (side != Side.Buy && tally.Sells > 0);
    }

    /// <summary>Whether a strategy has protective orders on an instrument.</summary>
    public bool HasProtection(int strategy, Instrument instrument) => Tally(strategy, instrument).Protective > 0;

    /// <summary>How many of a strategy's position resting exits will close.</summary>
    public decimal Exiting(int strategy, Instrument instrument) => Tally(strategy, instrument).Exiting;

    /// <summary>How many a strategy's resting entries on an instrument are still to open in a direction, those in the other subtracted.</summary>
    public decimal Entering(int strategy, Instrument instrument, Direction direction)
    {
        decimal opening = Tally(strategy, instrument).Opening;
        return Math.Max(0, direction == Direction.Long ? opening : -opening);
    }

    /// <summary>How many of a position no resting exit will close.</summary>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="held">What the strategy holds of it; below zero short.</param>
    public decimal Staying(int strategy, Instrument instrument, decimal held)
    {
        OrderTally tally = Tally(strategy, instrument);
        return tally.Exits == 0 ? Math.Abs(held) : Math.Abs(held) - tally.Exiting;
    }

    /// <summary>The quantity of an instrument that resting orders would add; below zero for sales. Protection is left out.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="effect">Whether to count entries or exits.</param>
    public decimal RestingQuantity(Instrument instrument, PositionEffect effect)
    {
        decimal quantity = 0;
        foreach (OrderTally tally in _tallies[instrument.Index])
            quantity += effect == PositionEffect.Open ? tally.Opening : tally.Closing;
        return quantity;
    }

    /// <summary>Asks for the end of a strategy's resting entries on an instrument.</summary>
    public void RequestCancelOfEntries(int strategy, Instrument instrument, DateTime time, string reason, ICancelEvents cancels)
    {
        if (!HasEntry(strategy, instrument))
            return;
        // From the back: an entry that ends takes orders behind it along, and both leave the list.
        List<WorkingOrder> orders = _orders[instrument.Index];
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            if (i < orders.Count && orders[i] is { IsEntry: true, IsDone: false } entry && entry.Order.StrategyIndex == strategy)
                cancels.Emit(new CancelRequestEvent(entry.Order.Id, time, instrument, reason));
        }
    }

    /// <summary>Lets an order be used again once nothing refers to it: an entry and what protects it refer to each other.</summary>
    private void Free(WorkingOrder order)
    {
        WorkingOrder entry = order.Parent ?? order;
        if (--entry.Listed > 0)
            return;
        foreach (WorkingOrder protection in entry.Protection)
            _free.Push(protection);
        _free.Push(entry);
    }

    private OrderTally Tally(int strategy, Instrument instrument)
    {
        List<OrderTally> tallies = _tallies[instrument.Index];
        while (tallies.Count <= strategy)
            tallies.Add(new OrderTally());
        return tallies[strategy];
    }
}
