using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Executes the orders of one portfolio. In each turn, exits at the open fill first, then entries there, each in the order placed; then orders
/// touched within the bars.
/// </summary>
[Reads<TurnClock>]
[Reads<Market>]
[Reads<Portfolio>]
public sealed class OrderExecution
{
    /// <summary>The reason of cancellations and closings when a run continues flat.</summary>
    internal const string Flat = "flat";

    private const string Delisted = "delisted";

    private readonly BacktestEngine _engine;
    private readonly Portfolio _portfolio;
    private readonly TurnClock _clock;
    private readonly Market _market;
    private readonly OrderStates _states;
    private readonly Protection _protection;
    private readonly BuyingPower _buyingPower;
    private readonly OrderFills _fills;
    private readonly Settlement _settlement;
    private readonly BarMatching _matching;
    private readonly FirstTouch _touch;
    private readonly OrderTransit _transit;
    private readonly OrderRequests _requests;
    private readonly BarOpening _opening;
    private readonly FinerWalk? _walk;
    private readonly int[] _instruments; // with orders, among the instruments that have a bar in the turn
    private readonly FillBar[] _bars; // of the same instruments
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    internal OrderExecution(
        BacktestEngine engine,
        PortfolioConfig config,
        IAccount account,
        Portfolio portfolio,
        TurnClock clock,
        Market market,
        EventCounters counters)
    {
        _portfolio = portfolio;
        _clock = clock;
        _market = market;
        Working = new WorkingOrders(market.Series.Length);
        _instruments = new int[market.Series.Length];
        _bars = new FillBar[market.Series.Length];
        _states = new OrderStates(Working);
        _protection = new Protection(Working, _states, portfolio);
        _buyingPower = new BuyingPower(engine.Costs, account, config.RejectsInsufficient, portfolio, market);
        _fills = new OrderFills(engine, _states, _protection, _buyingPower, portfolio, market);
        _settlement = new Settlement(counters, portfolio, _states, _fills);
        _engine = engine;
        _matching = new BarMatching(Working, _states, _fills, engine);
        _touch = new FirstTouch(Working, engine);
        _transit = new OrderTransit(engine.Config.Latency, market);
        _requests = new OrderRequests(Working, _states, _transit, engine, market);
        _opening = new BarOpening(_matching, _requests, _transit);
        _walk = market.Finer is { } finer
            ? new FinerWalk(finer, Working, _opening, _matching, _buyingPower, _touch, _transit, market.Series.Length) : null;
    }

    /// <summary>The number of fills.</summary>
    public int Fills => _fills.Count;

    /// <summary>Whether the commission depends on the number of units.</summary>
    internal bool CountsUnits => _engine.Costs.CountsUnits;

    /// <summary>Compares the slippage charged with the slippage specified.</summary>
    internal SlippageTally Slippage => _fills.Slippage;

    /// <summary>The working orders.</summary>
    internal WorkingOrders Working { get; }

    /// <summary>Features orders used that the matching rules do not support.</summary>
    internal IReadOnlyCollection<string> Missing => _missing;

    /// <summary>
    /// Fills resting orders against the bars of the turn, before their closes; the ledger records the regime a position is opened in.
    /// </summary>
    [Reads<Market>(ReadTime.Before)]
    [Reads<Portfolio>(ReadTime.Before)]
    [Reads<RegimeFeed>(ReadTime.Before)]
    public void OnBar(in Turn turn, IExecutionEvents events)
    {
        if (Working.Count == 0)
            return;
        _buyingPower.Settle();
        _walk?.Begin();
        // All instruments are handled together, so that money freed by one is available to another, whatever their names.
        int concerned = 0;
        foreach (int instrument in Working.Listed)
        {
            if (turn.Row(instrument) is not { } row)
                continue;
            _instruments[concerned] = instrument;
            BarSeries series = turn.Series(instrument);
            _bars[concerned++] = FillBar.From(series, row, turn.Number) with
            {
                ClosesDay = _engine.Closes.IsLast(series, row),
                Quotes = _engine.SidesOf(series),
            };
            _walk?.Add(instrument, _bars[concerned - 1], row);
        }

        if (_walk is { } walk)
        {
            walk.Take(events);
            return;
        }

        _opening.Open(_instruments.AsSpan(0, concerned), _bars.AsSpan(0, concerned), events);
        for (int i = 0; i < concerned; i++)
            _matching.FillWithin(_instruments[i], _bars[i], events);
    }

    /// <summary>The first row of an instrument that may affect resting orders on it; the end of the rows if none does.</summary>
    internal int Next(BarSeries series, int from, int to) =>
        _transit.HasRequests(series.Index) ? from : _touch.Next(series, from, to);

    /// <summary>Lets trailing stops follow the bars of a quiet stretch.</summary>
    [Reads<Market>(ReadTime.Before)]
    [Reads<Portfolio>(ReadTime.Before)]
    public void OnQuiet(QuietStretch stretch)
    {
        if (Working.Count == 0)
            return;
        for (int i = 0; i < stretch.Traded.Count; i++)
        {
            BarSeries series = stretch.Traded[i];
            if (Working.Of(series.Index).Count == 0)
                continue;
            (int from, int to) = stretch.Rows(series);
            _touch.Follow(series, from, to);
        }
    }

    /// <summary>A market exit or a target cancels the resting entries of its own strategy at once, whatever its outcome.</summary>
    public void OnSignal(in SignalEvent signal, IExecutionEvents events)
    {
        if (Working.Count == 0 || !(signal.Action == SignalAction.Target || signal is { Action: SignalAction.Exit, Entry.Type: OrderType.Market }))
            return;
        _states.CancelEntries(signal.StrategyIndex, signal.Instrument, signal.Time, events);
        Working.Sweep(signal.Instrument.Index);
    }

    /// <summary>Takes an order; it rests until the next bar.</summary>
    public void OnOrder(in OrderEvent order, IExecutionEvents events)
    {
        int instrument = order.Instrument.Index;
        WorkingOrder? parent = order.ParentId == 0 ? null : Working.FindEntry(instrument, order.ParentId);
        WorkingOrder working = _states.Submit(order, parent, _clock.Turn, events);
        working.PlacedDay = _market.LastDay(instrument);
        _transit.Send(working);
        if (_engine.Matching.Missing(order) is { } missing)
            _missing.Add(missing);
        if (order is { Type: OrderType.TrailingStop, ParentId: 0 })
            working.TrailFrom(_market.Close(instrument));
        if (order.IsAddedProtection && parent is { HasFilled: true })
            _protection.Begin(working, parent, _market.Close(instrument), _engine.Adjustments.Of(instrument, _market.LastDay(instrument)), events);
        if (order.IsGrouped)
            Working.Group(working);
        if (order.AfterId != 0 && Working.Find(instrument, order.AfterId) is { } first)
            first.IsFollowed = true;
        if (!working.IsExit)
            return;
        _states.CancelEntries(order.StrategyIndex, order.Instrument, order.Time, events);
        _protection.Release(working, OrderCause.Signal, order.Time, events);
        Working.Sweep(instrument);
    }

    /// <summary>Cancels an order; an order that is done is not affected.</summary>
    public void OnCancelRequest(in CancelRequestEvent request, IExecutionEvents events) => _requests.Take(request, events);

    /// <summary>Amends an order; an order that is done is not affected, and one with nothing left to fill ends.</summary>
    public void OnAmendRequest(in AmendRequestEvent request, IExecutionEvents events) => _requests.Take(request, events);

    /// <summary>
    /// Restates resting orders on an instrument in units after a split, before its fills. Entries are rounded down to the lot; closing orders are
    /// rounded up, to at most the quantity held, so that no lot is left unprotected.
    /// </summary>
    [Reads<Market>(ReadTime.Before)]
    [Reads<Portfolio>(ReadTime.Before)]
    public void OnSplit(in SplitEvent split, IExecutionEvents events)
    {
        List<WorkingOrder> orders = Working.Of(split.Instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (order.IsDone)
                continue;
            bool isDormant = order.IsDormant;
            decimal left = order.IsEntry || isDormant ? split.Lots(order.Remaining) : Closing(order, split);
            if (left == 0 && !isDormant)
            {
                // In units before the split, because after it the remaining quantity would be zero.
                _states.Cancel(order, OrderCause.Split, split.Time, order.IsEntry ? VetoReason.BelowLot : "position_closed", events);
                continue;
            }

            order.Split(split, left);
            OrderStates.Amend(order, OrderCause.Split, split.Time, events);
        }

        Working.Sweep(split.Instrument.Index);
    }

    /// <summary>Cancels resting orders on an instrument that no longer trades, then settles positions in it.</summary>
    public void OnDelisting(in DelistingEvent delisting, IExecutionEvents events)
    {
        int instrument = delisting.Instrument.Index;
        _states.CancelAll(instrument, OrderCause.Delisting, delisting.Time, Delisted, events);
        _settlement.Settle(delisting, Delisted, _market.LastBar(instrument), events);
        Working.Sweep(instrument);
    }

    /// <summary>
    /// Rejects orders just placed that the rules do not accept, and fills others at the close of the turn. If everything is closed, all exits fill
    /// and no entries.
    /// </summary>
    public void OnClosing(in ClosingEvent closing, IExecutionEvents events)
    {
        if (Working.Count == 0)
            return;
        foreach (int instrument in Working.Listed)
        {
            List<WorkingOrder> orders = Working.Of(instrument);
            long index = _market.IsInTurn(instrument) ? _market.Series[instrument].FirstIndex + _market.Rows[instrument] : -1;
            for (int i = 0; i < orders.Count; i++)
            {
                if (!orders[i].IsDone && _matching.MeetsClose(orders[i], _clock.Turn, index))
                    _matching.Refuse(orders[i], _market.Close(instrument), closing.Time, events);
            }
        }

        // Closing orders of all instruments fill before opening orders, so that names do not decide which order gets the money.
        FillAtClose(closing, PositionEffect.Close, events);
        if (!closing.ClosesAll)
            FillAtClose(closing, PositionEffect.Open, events);
        for (int s = 0; s < Working.Instruments && closing.GoesOn; s++)
            _states.CancelAll(s, OrderCause.Engine, closing.Time, Flat, events);
    }

    private void FillAtClose(in ClosingEvent closing, PositionEffect effect, IExecutionEvents events)
    {
        bool ends = closing.ClosesAll;
        _buyingPower.Settle(); // every exit so far came before the close, or at it
        int listed = Working.Listed.Length;
        Working.Listed.CopyTo(_instruments); // sweeping removes some
        foreach (int s in _instruments.AsSpan(0, listed))
        {
            List<WorkingOrder> orders = Working.Of(s);
            if (!(_market.IsInTurn(s) || ends))
                continue;
            FillBar bar = _market.LastBar(s);
            if (!ends && !_matching.FillsAtClose(_market.Series[s], bar.End))
                continue;
            if (_walk is { } walk && _market.Rows[s] is >= 0 and var row)
                bar = walk.Last(s, bar, row);
            bool takesSides = _engine.SidesOf(_market.Series[s]) is not null;
            for (int i = 0; i < orders.Count; i++)
            {
                WorkingOrder order = orders[i];
                if (order.IsDone || order.Order.PositionEffect != effect)
                    continue;
                double quoted = !takesSides ? double.NaN : order.Order.Side == Side.Buy ? bar.AskClose : bar.BidClose;
                double close = double.IsNaN(quoted) ? _market.Close(s) : quoted;
                double price = ends ? (order.IsExit ? close : double.NaN)
                    : _matching.MeetsClose(order, _clock.Turn, bar.Index) ? _matching.AtClose(order, close) : double.NaN;
                _fills.Fill(order, price, closing.Time.Ticks, bar, ignoresVolume: ends, events);
            }

            Working.Sweep(s);
        }
    }

    /// <summary>Cancels all orders.</summary>
    public void OnFault(in FaultEvent fault, IExecutionEvents events)
    {
        for (int s = 0; s < Working.Instruments; s++)
            _states.CancelAll(s, OrderCause.Fault, fault.Time, "fault", events);
    }

    /// <summary>Emits the state of each order that is still working when the run ends.</summary>
    public void OnRunEnd(in RunEndEvent end, IExecutionEvents events)
    {
        foreach (WorkingOrder order in Working.All)
            OrderStates.Say(order, OrderState.Working, OrderCause.End, end.Time, order.Reason, events);
    }

    /// <summary>The quantity a closing order may close once the ledger has restated the position.</summary>
    private decimal Closing(WorkingOrder order, in SplitEvent split)
    {
        decimal held = Math.Abs(split.Lots(_portfolio.Holding(order.Order.StrategyIndex, split.Instrument).Quantity));
        return Math.Min(held, split.Instrument.RoundUpToLot(split.Units(order.Remaining)));
    }
}
