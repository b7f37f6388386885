using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>A portfolio's working orders, by the index of their instruments, each list in the order placed.</summary>
/// <param name="instruments">The number of instruments.</param>
[PartOf<OrderExecution>]
internal sealed class WorkingOrders(int instruments)
{
    private readonly List<OrderTally>[] _tallies = [.. Enumerable.Range(0, instruments).Select(_ => new List<OrderTally>())]; // by strategy
    private readonly List<WorkingOrder>[] _orders = [.. Enumerable.Range(0, instruments).Select(_ => new List<WorkingOrder>())];
    private readonly int[] _working = new int[instruments]; // number of orders that are not done
    private readonly List<int> _listed = []; // instruments with orders, ascending
    private readonly Stack<WorkingOrder> _free = [];
    private readonly List<OrderEvent> _shown = []; // reused, so that queries do not allocate
    private int _places;

    /// <summary>The number of working orders, including dormant ones.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the turn of the latest entry; −1 if there was none yet.</summary>
    public long LastEntryTurn { get; set; } = -1;

    /// <summary>The number of instruments.</summary>
    public int Instruments => _orders.Length;

    /// <summary>The instruments with orders, in ordinal order of symbols; valid until an order is added or swept.</summary>
    public ReadOnlySpan<int> Listed => CollectionsMarshal.AsSpan(_listed);

    /// <summary>An instrument's orders, including those that were done since the last sweep.</summary>
    public List<WorkingOrder> Of(int instrument) => _orders[instrument];

    /// <summary>Whether an instrument has an order that is not done.</summary>
    public bool HasAny(int instrument) => _working[instrument] > 0;

    /// <summary>Every order that is not done.</summary>
    public IEnumerable<WorkingOrder> All => _orders.SelectMany(orders => orders).Where(order => !order.IsDone);

    /// <summary>Adds an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="parent">The entry it protects; <see langword="null"/> for none.</param>
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

    /// <summary>Groups an entry with the other entries of its group, so that they cancel each other.</summary>
    public void Group(WorkingOrder entry)
    {
        foreach (WorkingOrder order in _orders[entry.Order.Instrument.Index])
        {
            if (!order.IsDone && order.IsOfGroup(entry))
                order.IsGrouped = true;
        }
    }

    /// <summary>Records that an order is done. It stays in its list until the next sweep, because the list may be in use by a loop.</summary>
    public void Remove(WorkingOrder order)
    {
        _working[order.Order.Instrument.Index]--;
        Count--;
    }

    /// <summary>
    /// Removes an instrument's orders that are done, once they are at least half of those listed, because a sweep visits every order.
    /// </summary>
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

    /// <summary>The order with an id; <see langword="null"/> if it is done, or belongs to another instrument.</summary>
    public WorkingOrder? Find(int instrument, int id)
    {
        // Ids ascend, and orders are listed in the order placed.
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

    /// <summary>A strategy's working order for the signal with a handle; <see langword="null"/> if there is none.</summary>
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

    /// <summary>A protective order of a type for the entry signal with a handle; <see langword="null"/> if there is none.</summary>
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
    /// The entry for the signal with a handle, if it works, or has filled and is still protected; otherwise <see langword="null"/>.
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

    /// <summary>The entry with an id, if it works, or has filled and is still protected; otherwise <see langword="null"/>.</summary>
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

    /// <summary>The part of a strategy's position that is covered by the protection of its entries.</summary>
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

    /// <summary>A strategy's working orders on an instrument, each with the quantity left to fill; valid until the next call.</summary>
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

    /// <summary>Whether a strategy has a resting entry on an instrument, on a given side if one is specified.</summary>
    public bool HasEntry(int strategy, Instrument instrument, Side? side = null)
    {
        OrderTally tally = Tally(strategy, instrument);
        return (side != Side.Sell && tally.Buys > 0) || (side != Side.Buy && tally.Sells > 0);
    }

    /// <summary>Whether a strategy has protective orders on an instrument.</summary>
    public bool HasProtection(int strategy, Instrument instrument) => Tally(strategy, instrument).Protective > 0;

    /// <summary>The quantity of a strategy's position that resting exits will close.</summary>
    public decimal Exiting(int strategy, Instrument instrument) => Tally(strategy, instrument).Exiting;

    /// <summary>The quantity a strategy's resting entries have yet to open in a direction, less those in the other; zero or above.</summary>
    public decimal Entering(int strategy, Instrument instrument, Direction direction)
    {
        decimal opening = Tally(strategy, instrument).Opening;
        return Math.Max(0, direction == Direction.Long ? opening : -opening);
    }

    /// <summary>The quantity of a position that no resting exit will close.</summary>
    /// <param name="strategy">The index of the strategy.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="held">The strategy's position; below zero for short.</param>
    public decimal Staying(int strategy, Instrument instrument, decimal held)
    {
        OrderTally tally = Tally(strategy, instrument);
        return tally.Exits == 0 ? Math.Abs(held) : Math.Abs(held) - tally.Exiting;
    }

    /// <summary>The quantity of an instrument that resting orders would add; below zero for sales. Protection does not count.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="effect">Whether to count entries or exits.</param>
    public decimal RestingQuantity(Instrument instrument, PositionEffect effect)
    {
        decimal quantity = 0;
        foreach (OrderTally tally in _tallies[instrument.Index])
            quantity += effect == PositionEffect.Open ? tally.Opening : tally.Closing;
        return quantity;
    }

    /// <summary>Requests cancellation of a strategy's resting entries on an instrument.</summary>
    public void RequestCancelOfEntries(int strategy, Instrument instrument, DateTime time, string reason, ICancelEvents cancels)
    {
        if (!HasEntry(strategy, instrument))
            return;
        // From the end: an entry that is canceled cancels orders after it as well, and all of them leave the list.
        List<WorkingOrder> orders = _orders[instrument.Index];
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            if (i < orders.Count && orders[i] is { IsEntry: true, IsDone: false } entry && entry.Order.StrategyIndex == strategy)
                cancels.Emit(new CancelRequestEvent(entry.Order.Id, time, instrument, reason));
        }
    }

    /// <summary>Makes orders available for reuse once nothing refers to them: an entry and its protection refer to each other.</summary>
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
