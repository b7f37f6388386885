namespace Backtest.Engine;

/// <summary>Passes on corporate actions.</summary>
[Emitter(typeof(SplitEvent), typeof(DividendEvent))]
public interface IActionEvents
{
    /// <summary>Passes on a split.</summary>
    void Emit(in SplitEvent split);

    /// <summary>Passes on a dividend.</summary>
    void Emit(in DividendEvent dividend);
}

/// <summary>Passes on requests to cancel orders.</summary>
[Emitter(typeof(CancelRequestEvent))]
public interface ICancelEvents
{
    /// <summary>Passes on a request.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Passes on that the close of a turn has come.</summary>
[Emitter(typeof(ClosingEvent))]
public interface IClosingEvents
{
    /// <summary>Passes it on.</summary>
    void Emit(in ClosingEvent closing);
}

/// <summary>Passes on interest.</summary>
[Emitter(typeof(InterestEvent))]
public interface IInterestEvents
{
    /// <summary>Passes it on.</summary>
    void Emit(in InterestEvent interest);
}

/// <summary>Passes on that an instrument no longer trades.</summary>
[Emitter(typeof(DelistingEvent))]
public interface IDelistingEvents
{
    /// <summary>Passes it on.</summary>
    void Emit(in DelistingEvent delisting);
}

/// <summary>Passes on the outcome of orders: states, fills, rejects and cancels.</summary>
[Emitter(typeof(OrderStateEvent), typeof(FillEvent), typeof(OrderRejectedEvent), typeof(OrderCanceledEvent))]
public interface IExecutionEvents
{
    /// <summary>Passes on a state.</summary>
    void Emit(in OrderStateEvent state);

    /// <summary>Passes on a fill.</summary>
    void Emit(in FillEvent fill);

    /// <summary>Passes on a reject.</summary>
    void Emit(in OrderRejectedEvent reject);

    /// <summary>Passes on a cancel.</summary>
    void Emit(in OrderCanceledEvent cancel);
}

/// <summary>Passes on that indicators hold their values.</summary>
[Emitter(typeof(IndicatorsReady))]
public interface IIndicatorEvents
{
    /// <summary>Passes it on.</summary>
    void Emit(in IndicatorsReady indicators);
}

/// <summary>Passes on orders, and requests to cancel or to amend them.</summary>
[Emitter(typeof(OrderEvent), typeof(CancelRequestEvent), typeof(AmendRequestEvent))]
public interface IOrderEvents
{
    /// <summary>Passes on an order.</summary>
    void Emit(in OrderEvent order);

    /// <summary>Passes on a request to amend one.</summary>
    void Emit(in AmendRequestEvent request);

    /// <summary>Passes on a request.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Passes on vetoes of signals.</summary>
[Emitter(typeof(SignalVetoedEvent))]
public interface IVetoEvents
{
    /// <summary>Passes on a veto.</summary>
    void Emit(in SignalVetoedEvent veto);
}

/// <summary>Passes on what corporate actions did to positions.</summary>
[Emitter(typeof(PositionActionEvent))]
public interface IPositionEvents
{
    /// <summary>Passes it on.</summary>
    void Emit(in PositionActionEvent action);
}

/// <summary>Passes on closed trades.</summary>
[Emitter(typeof(TradeEvent))]
public interface ITradeEvents
{
    /// <summary>Passes on a trade.</summary>
    void Emit(in TradeEvent trade);
}

/// <summary>Passes on a portfolio's value.</summary>
[Emitter(typeof(PortfolioEvent), typeof(QuietValuationEvent))]
public interface IPortfolioEvents
{
    /// <summary>Passes on the valuations of a stretch.</summary>
    void Emit(in QuietValuationEvent quiet);

    /// <summary>Passes on a valuation.</summary>
    void Emit(in PortfolioEvent portfolio);
}

/// <summary>Passes on changes of regime.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimeEvents
{
    /// <summary>Passes on a change.</summary>
    void Emit(in RegimeEvent regime);
}
