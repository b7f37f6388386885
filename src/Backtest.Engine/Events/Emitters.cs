namespace Backtest.Engine;

/// <summary>Sends corporate actions on.</summary>
[Emitter(typeof(SplitEvent), typeof(DividendEvent))]
public interface IActionEvents
{
    /// <summary>Sends a split on.</summary>
    void Emit(in SplitEvent split);

    /// <summary>Sends a dividend on.</summary>
    void Emit(in DividendEvent dividend);
}

/// <summary>Sends requests to cancel orders on.</summary>
[Emitter(typeof(CancelRequestEvent))]
public interface ICancelEvents
{
    /// <summary>Sends a request on.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Sends on that the close of a turn has come.</summary>
[Emitter(typeof(ClosingEvent))]
public interface IClosingEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in ClosingEvent closing);
}

/// <summary>Sends interest on.</summary>
[Emitter(typeof(InterestEvent))]
public interface IInterestEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in InterestEvent interest);
}

/// <summary>Sends on that an instrument trades no longer.</summary>
[Emitter(typeof(DelistingEvent))]
public interface IDelistingEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in DelistingEvent delisting);
}

/// <summary>Sends what became of orders on: states, fills, rejects and cancels.</summary>
[Emitter(typeof(OrderStateEvent), typeof(FillEvent), typeof(OrderRejectedEvent), typeof(OrderCanceledEvent))]
public interface IExecutionEvents
{
    /// <summary>Sends a state on.</summary>
    void Emit(in OrderStateEvent state);

    /// <summary>Sends a fill on.</summary>
    void Emit(in FillEvent fill);

    /// <summary>Sends a reject on.</summary>
    void Emit(in OrderRejectedEvent reject);

    /// <summary>Sends a cancel on.</summary>
    void Emit(in OrderCanceledEvent cancel);
}

/// <summary>Sends on that indicators hold their values.</summary>
[Emitter(typeof(IndicatorsReady))]
public interface IIndicatorEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in IndicatorsReady indicators);
}

/// <summary>Sends orders, and requests to cancel or to amend them, on.</summary>
[Emitter(typeof(OrderEvent), typeof(CancelRequestEvent), typeof(AmendRequestEvent))]
public interface IOrderEvents
{
    /// <summary>Sends an order on.</summary>
    void Emit(in OrderEvent order);

    /// <summary>Sends a request to amend one on.</summary>
    void Emit(in AmendRequestEvent request);

    /// <summary>Sends a request on.</summary>
    void Emit(in CancelRequestEvent request);
}

/// <summary>Sends vetoes of signals on.</summary>
[Emitter(typeof(SignalVetoedEvent))]
public interface IVetoEvents
{
    /// <summary>Sends a veto on.</summary>
    void Emit(in SignalVetoedEvent veto);
}

/// <summary>Sends what corporate actions did to positions on.</summary>
[Emitter(typeof(PositionActionEvent))]
public interface IPositionEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in PositionActionEvent action);
}

/// <summary>Sends trades that ended on.</summary>
[Emitter(typeof(TradeEvent))]
public interface ITradeEvents
{
    /// <summary>Sends a trade on.</summary>
    void Emit(in TradeEvent trade);
}

/// <summary>Sends a portfolio's value on.</summary>
[Emitter(typeof(PortfolioEvent), typeof(QuietValuationEvent))]
public interface IPortfolioEvents
{
    /// <summary>Sends the valuations of a stretch on.</summary>
    void Emit(in QuietValuationEvent quiet);

    /// <summary>Sends a valuation on.</summary>
    void Emit(in PortfolioEvent portfolio);
}

/// <summary>Sends changes of regime on.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimeEvents
{
    /// <summary>Sends a change on.</summary>
    void Emit(in RegimeEvent regime);
}
