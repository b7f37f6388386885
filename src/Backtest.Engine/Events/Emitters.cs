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

/// <summary>Sends what became of orders on: fills, rejects and cancels.</summary>
[Emitter(typeof(FillEvent), typeof(OrderRejectedEvent), typeof(OrderCanceledEvent))]
public interface IExecutionEvents
{
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

/// <summary>Sends what became of signals on: orders and vetoes.</summary>
[Emitter(typeof(OrderEvent), typeof(SignalVetoedEvent))]
public interface IOrderEvents
{
    /// <summary>Sends an order on.</summary>
    void Emit(in OrderEvent order);

    /// <summary>Sends a veto on.</summary>
    void Emit(in SignalVetoedEvent veto);
}

/// <summary>Sends a portfolio's value on.</summary>
[Emitter(typeof(PortfolioEvent))]
public interface IPortfolioEvents
{
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
