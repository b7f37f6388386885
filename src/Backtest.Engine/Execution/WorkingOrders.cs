namespace Backtest.Engine;

/// <summary>
/// One portfolio's orders at the engine. In each turn what closes at the open fills first, then what enters there, each in the order
/// placed; then what is touched within the bars, stops ahead of targets.
/// </summary>
[Reads<Market>(ReadTime.Before)]
[Reads<Portfolio>(ReadTime.Before)]
[Reads<PortfolioRecorder>]
[Reads<RegimeFeed>(ReadTime.Before)]
public sealed partial class WorkingOrders
{
    private readonly BacktestEngine _engine;
    private readonly Portfolio _portfolio;
    private readonly BuyingPower _buyingPower;
    private readonly List<WorkingOrder>[] _orders;
    private int _working;
    private int _fills;

    internal WorkingOrders(BacktestEngine engine, PortfolioConfig config, Portfolio portfolio, Market market)
    {
        _engine = engine;
        _portfolio = portfolio;
        _buyingPower = new BuyingPower(engine, config, portfolio, market);
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
        CancelEntries(orders, signal.StrategyIndex, signal.Time, events);
        Sweep(orders);
    }

    /// <summary>Takes an order; it rests until the next bar.</summary>
    public void OnOrder(in OrderEvent order, IExecutionEvents events)
    {
        List<WorkingOrder> orders = _orders[order.Instrument.Index];
        WorkingOrder? parent = order.ParentId == 0 ? null : FindEntry(orders, order.ParentId);
        var working = new WorkingOrder(order, parent, Market.Turn, Recorder?.NextSequence() ?? 0);
        orders.Add(working);
        _working++;
        if (!working.IsExit)
            return;
        CancelEntries(orders, order.StrategyIndex, order.Time, events);
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
}
