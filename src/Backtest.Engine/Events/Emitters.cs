namespace Backtest.Engine;

/// <summary>Emits corporate actions.</summary>
[Emitter(typeof(SplitEvent), typeof(DividendEvent))]
public interface IActionEvents
{
    /// <summary>Emits a split.</summary>
    void Emit(in SplitEvent split);

    /// <summary>Emits a dividend.</summary>
    void Emit(in DividendEvent dividend);
}

/// <summary>Emits requests to cancel orders.</summary>
[Emitter(typeof(CancelRequestEvent))]
public interface ICancelEvents
{
    /// <summary>Emits a request.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Emits the close of a turn.</summary>
[Emitter(typeof(ClosingEvent))]
public interface IClosingEvents
{
    /// <summary>Emits the close.</summary>
    void Emit(in ClosingEvent closing);
}

/// <summary>Emits interest.</summary>
[Emitter(typeof(InterestEvent))]
public interface IInterestEvents
{
    /// <summary>Emits interest on one balance.</summary>
    void Emit(in InterestEvent interest);
}

/// <summary>Emits delistings.</summary>
[Emitter(typeof(DelistingEvent))]
public interface IDelistingEvents
{
    /// <summary>Emits a delisting.</summary>
    void Emit(in DelistingEvent delisting);
}

/// <summary>Emits the outcome of orders: states, fills, rejects and cancels.</summary>
[Emitter(typeof(OrderStateEvent), typeof(FillEvent), typeof(OrderRejectedEvent), typeof(OrderCanceledEvent))]
public interface IExecutionEvents
{
    /// <summary>Emits a state.</summary>
    void Emit(in OrderStateEvent state);

    /// <summary>Emits a fill.</summary>
    void Emit(in FillEvent fill);

    /// <summary>Emits a reject.</summary>
    void Emit(in OrderRejectedEvent reject);

    /// <summary>Emits a cancel.</summary>
    void Emit(in OrderCanceledEvent cancel);
}

/// <summary>Emits the event that the indicators of a chunk are computed.</summary>
[Emitter(typeof(IndicatorsReady))]
public interface IIndicatorEvents
{
    /// <summary>Emits the event.</summary>
    void Emit(in IndicatorsReady indicators);
}

/// <summary>Emits orders, and requests to cancel or amend them.</summary>
[Emitter(typeof(OrderEvent), typeof(CancelRequestEvent), typeof(AmendRequestEvent))]
public interface IOrderEvents
{
    /// <summary>Emits an order.</summary>
    void Emit(in OrderEvent order);

    /// <summary>Emits a request to amend an order.</summary>
    void Emit(in AmendRequestEvent request);

    /// <summary>Emits a request to cancel an order.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Emits vetoes of signals.</summary>
[Emitter(typeof(SignalVetoedEvent))]
public interface IVetoEvents
{
    /// <summary>Emits a veto.</summary>
    void Emit(in SignalVetoedEvent veto);
}

/// <summary>Emits the effects of corporate actions on positions.</summary>
[Emitter(typeof(PositionActionEvent))]
public interface IPositionEvents
{
    /// <summary>Emits an effect.</summary>
    void Emit(in PositionActionEvent action);
}

/// <summary>Emits closed trades.</summary>
[Emitter(typeof(TradeEvent))]
public interface ITradeEvents
{
    /// <summary>Emits a trade.</summary>
    void Emit(in TradeEvent trade);
}

/// <summary>Emits the value of a portfolio.</summary>
[Emitter(typeof(PortfolioEvent), typeof(QuietValuationEvent))]
public interface IPortfolioEvents
{
    /// <summary>Emits the valuations of a quiet stretch.</summary>
    void Emit(in QuietValuationEvent quiet);

    /// <summary>Emits a valuation.</summary>
    void Emit(in PortfolioEvent portfolio);
}

/// <summary>Emits changes of regime.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimeEvents
{
    /// <summary>Emits a change.</summary>
    void Emit(in RegimeEvent regime);
}
