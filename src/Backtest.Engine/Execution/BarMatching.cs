using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Fills orders on a bar by the rules of the run: first exits at the open, then entries at the open, then orders touched within the bar.
/// </summary>
internal sealed class BarMatching(WorkingOrders working, OrderStates states, OrderFills fills, BacktestEngine engine)
{
    /// <summary>The reason of orders that had one chance to fill and did not, or not completely.</summary>
    public const string NotFilled = "not_filled";

    private readonly IOrderMatching _matching = engine.Matching;
    private readonly bool _sharesVolume = engine.Config.Liquidity != LiquidityScope.Order;
    private readonly bool _delaysCloses = engine.Config is { FillsAtClose: true, Latency: not null };
    private static readonly Rank[] Ranks = [Rank.Exit, Rank.Stop, Rank.Other];

    private readonly PriorityQueue<WorkingOrder, (double Progress, int Place)> _met = new(); // along known paths, in the order in which they are met
    private int _places;

    /// <summary>Ends expired orders, and fills orders that close positions at the open.</summary>
    public void CloseAtOpen(int instrument, in FillBar bar, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        for (int i = 0; i < orders.Count; i++)
            Expire(orders[i], bar, events);
        FillAtOpen(orders, bar, isClosing: true, events);
    }

    /// <summary>Fills entries at the open.</summary>
    public void FillAtOpen(int instrument, in FillBar bar, IExecutionEvents events)
    {
        if (_sharesVolume)
            FillAtOpen(working.Of(instrument), bar, isClosing: false, events, Rank.Stop);
        FillAtOpen(working.Of(instrument), bar, isClosing: false, events);
    }

    /// <summary>Fills orders touched within the bar, then moves trailing stops.</summary>
    public void FillWithin(int instrument, in FillBar bar, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        if (!_sharesVolume)
        {
            Meet(orders, bar, rank: null, events);
        }
        else
        {
            foreach (Rank rank in Ranks)
                Meet(orders, bar, rank, events);
            // Protection of an entry that filled on this bar closes positions as well.
            if (!PathsAreKnown(bar))
                Meet(orders, bar, Rank.Exit, events);
        }

        FillAlong(bar, events);
        if (bar.ClosesDay)
            EndOnClose(orders, bar, events);
        foreach (WorkingOrder order in orders)
        {
            if (order.Order.Type == OrderType.TrailingStop && order is { IsDone: false, IsInactive: false, IsTriggered: false })
                Trail(order, bar);
        }

        working.Sweep(instrument);
    }

    private void Meet(List<WorkingOrder> orders, in FillBar bar, Rank? rank, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if ((rank is { } wanted && RankOf(order) != wanted) || !CanFill(order, bar))
                continue;
            BarPath path = PathOf(order, bar);
            BarTouch touch = _matching.Within(order, path);
            if (!touch.IsFill)
                continue;
            if (path.Order != PathOrder.Worse)
            {
                _met.Enqueue(order.Meet(touch), (touch.Progress, _places++));
                continue;
            }

            if (HasNearerStop(order))
                continue;
            if (!order.IsEntry && i + 1 < orders.Count && !IsStop(order))
                MeetStopBehind(orders, i, bar, events);
            if (!order.IsDone)
                Fill(order.Meet(touch), bar, events);
        }
    }

    /// <summary>In the worse order, a stop that closes the same position fills ahead of a target, even if it was placed later.</summary>
    private void MeetStopBehind(List<WorkingOrder> orders, int target, in FillBar bar, IExecutionEvents events)
    {
        WorkingOrder order = orders[target];
        for (int i = target + 1; i < orders.Count; i++)
        {
            WorkingOrder stop = orders[i];
            bool closesTheSame = !stop.IsEntry && IsStop(stop) && stop.Order.StrategyIndex == order.Order.StrategyIndex
                && (stop.Parent == order.Parent || stop.Parent is null || order.Parent is null);
            if (closesTheSame && CanFill(stop, bar) && !HasNearerStop(stop) && _matching.Within(stop, PathOf(stop, bar)) is { IsFill: true } touch)
                Fill(stop.Meet(touch), bar, events);
        }
    }

    /// <summary>
    /// Whether an order may fill at the close of a bar: at that of the turn it was placed in, or, with latency, at the first close by which it has
    /// arrived.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="turn">The number of the turn.</param>
    /// <param name="index">The index of the bar in its instrument's history; below zero if the instrument has no bar in the turn.</param>
    public bool MeetsClose(WorkingOrder order, long turn, long index) =>
        _delaysCloses ? index >= 0 && order.ArrivesOn == index + 1 : order.Turn == turn;

    /// <summary>The price at which an order that may fill at a close fills there; NaN if it does not.</summary>
    public double AtClose(WorkingOrder order, double close) =>
        order.IsInactive || (order.IsEntry && fills.IsOpposed(order)) ? double.NaN : _matching.AtClose(order, close);

    /// <summary>Whether orders fill at the close of a bar that ends at a given time.</summary>
    public bool FillsAtClose(BarSeries series, long end) => _matching.MeetsLastClose || engine.Closes.IsOpen(series, end);

    /// <summary>Rejects an order that may fill at a close if the rules do not accept it.</summary>
    public void Refuse(WorkingOrder order, double close, DateTime time, IExecutionEvents events)
    {
        if (!order.IsInactive && _matching.Refuses(order, close) is { } reason)
            states.Reject(order, time, reason, events);
    }

    private void FillAtOpen(List<WorkingOrder> orders, in FillBar bar, bool isClosing, IExecutionEvents events, Rank? rank = null)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if ((isClosing && order.IsEntry) || (rank is { } wanted && RankOf(order) != wanted))
                continue;
            if (CanFill(order, bar))
            {
                double price = bar.Quotes is null || _matching.MeetsTrades(order.Order)
                    ? _matching.AtOpen(order, bar.Prices)
                    : _matching.AtOpen(order, bar.For(order.Order.Side).Prices);
                fills.Fill(order, price, bar.Start, bar, ignoresVolume: false, events);
            }

            if (HadItsChance(order, bar, isClosing))
                states.Cancel(order, OrderCause.Engine, new DateTime(bar.Start, DateTimeKind.Utc), NotFilled, events);
        }
    }

    /// <summary>Whether an order that may fill only on the first bar it meets, or only at a day's open, has had its chance.</summary>
    private static bool HadItsChance(WorkingOrder order, in FillBar bar, bool isClosing) =>
        !order.IsDone && order.IsEntry != isClosing && order.HasArrived(bar)
        && (order.IsImmediate || (order.Order.Type == OrderType.LimitOnOpen && bar.Day > order.PlacedDay));

    /// <summary>Ends limit-on-close orders that did not fill at the close of the day.</summary>
    private void EndOnClose(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i] is { IsDone: false, Order.Type: OrderType.LimitOnClose } order && order.HasArrived(bar))
                states.Cancel(order, OrderCause.Engine, new DateTime(bar.End, DateTimeKind.Utc), NotFilled, events);
        }
    }

    /// <summary>
    /// Fills orders along known paths, in the order in which they are met; the protection an entry activates is met from that point on.
    /// </summary>
    private void FillAlong(in FillBar bar, IExecutionEvents events)
    {
        while (_met.TryDequeue(out WorkingOrder? order, out _))
        {
            if (!CanFill(order, bar))
                continue;
            Fill(order, bar, events);
            if (!order.IsEntry)
                continue;
            foreach (WorkingOrder protection in order.Protection)
            {
                if (CanFill(protection, bar) && _matching.Within(protection, PathOf(protection, bar)) is { IsFill: true } touch)
                    _met.Enqueue(protection.Meet(touch), (touch.Progress, _places++));
            }
        }

        _places = 0;
    }

    private void Fill(WorkingOrder order, in FillBar bar, IExecutionEvents events) =>
        fills.Fill(order, order.Met.Price, bar.End, bar, ignoresVolume: false, events);

    private void Trail(WorkingOrder order, in FillBar traded)
    {
        FillBar bar = traded.For(order.Order.Side);
        order.Factors = engine.Adjustments.Of(order.Order.Instrument.Index, bar.Day);
        ProvenRange followed = _matching.Trails == TrailMark.Close
            ? new ProvenRange(bar.Close, bar.Close)
            : order.IsFresh(bar) && PathOn(order, bar) is { IsKnown: true } path ? ProvenRange.Along(path)
            : order.Favorable(bar);
        order.TrailAfter(followed.High, followed.Low);
    }

    /// <summary>The path of a bar as an order sees it: the whole bar, or the part after the fill of its entry inside the bar.</summary>
    private BarPath PathOf(WorkingOrder order, in FillBar bar)
    {
        if (bar.Quotes is null)
            return PathOn(order, bar);
        FillBar taken = bar.For(order.Order.Side);
        return _matching.MeetsTrades(order.Order) ? PathOn(order, bar) with { TakenClose = taken.Close } : PathOn(order, taken);
    }

    private BarPath PathOn(WorkingOrder order, in FillBar bar)
    {
        if (order.Order.Type == OrderType.TrailingStop)
            order.Factors = engine.Adjustments.Of(order.Order.Instrument.Index, bar.Day);
        bool buys = order.Order.Side == Side.Buy;
        PathOrder sequence = engine.Path.Order(bar.Prices, buys == order.IsEntry ? Direction.Long : Direction.Short);
        bool isFresh = order.IsFresh(bar);
        if (isFresh && sequence is PathOrder.HighFirst or PathOrder.LowFirst)
            return new BarPath(bar.Prices, sequence, order.Parent!.Met.Progress, order.Parent.Met.Price, double.NaN, double.NaN);
        ProvenRange proven = order.Favorable(bar);
        return new BarPath(bar.Prices, sequence, since: 0, order.From(bar), proven.High, proven.Low);
    }

    private static bool IsStop(WorkingOrder order) => order.Order.Type is OrderType.Stop or OrderType.TrailingStop;

    /// <summary>Whether the price passes a trailing stop of the same entry before it reaches a stop.</summary>
    private static bool HasNearerStop(WorkingOrder stop)
    {
        if (stop.Order.Type != OrderType.Stop || stop.Parent is not { } entry)
            return false;
        foreach (WorkingOrder order in entry.Protection)
        {
            if (order.Order.Type != OrderType.TrailingStop || order.IsDone)
                continue;
            if (stop.Order.Side == Side.Sell ? order.Order.StopPrice > stop.Order.StopPrice : order.Order.StopPrice < stop.Order.StopPrice)
                return true;
        }

        return false;
    }

    /// <summary>An order may fill once on a bar that starts at or after its decision; protection may also fill on the bar of its entry.</summary>
    private bool CanFill(WorkingOrder order, in FillBar bar) =>
        !order.IsDone && !order.IsDormant && order.LastFill != bar.Place && order.Passed != bar.Place && order.HasArrived(bar)
        && !(order.IsEntry && fills.IsOpposed(order))
        && IsItsTime(order, bar)
        && _matching.Trades(bar.Prices, order.Order.Instrument)
        && !(order.Parent?.LastFill == bar.Place && !_matching.ProtectsAtOnce(order, bar.Prices));

    private bool PathsAreKnown(in FillBar bar) => engine.Path.Order(bar.Prices, Direction.Long) is PathOrder.HighFirst or PathOrder.LowFirst;

    private static Rank RankOf(WorkingOrder order) => !order.IsEntry ? Rank.Exit
        : order.Order.Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop ? Rank.Stop : Rank.Other;

    private static bool IsItsTime(WorkingOrder order, in FillBar bar) => order.Order.Type switch
    {
        OrderType.MarketOnOpen or OrderType.LimitOnOpen => bar.Day > order.PlacedDay,
        OrderType.MarketOnClose or OrderType.LimitOnClose => bar.ClosesDay,
        _ => true,
    };

    private void Expire(WorkingOrder order, in FillBar bar, IExecutionEvents events)
    {
        if (order.IsDone || order.Order.TimeInForce == TimeInForce.GoodTillCanceled || order.IsInactive || order.IsImmediate)
            return;
        if (order.FirstDay < 0)
            order.FirstDay = bar.Day;
        int lastDay = _matching.LastDay(order, order.FirstDay);
        if (bar.Day > lastDay || (_matching.EndsBeforeClose && bar.Day == lastDay && bar.ClosesDay))
            states.Cancel(order, OrderCause.Engine, new DateTime(bar.Start, DateTimeKind.Utc), "expired", events);
    }

    /// <summary>The order in which orders get the shared volume of a bar.</summary>
    private enum Rank
    {
        Exit,
        Stop,
        Other,
    }
}
