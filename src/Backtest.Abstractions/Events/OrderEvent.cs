namespace Backtest;

/// <summary>An order goes to the engine.</summary>
/// <param name="Id">Counts the portfolio's orders from 1.</param>
/// <param name="SignalId">The id of the signal behind it; 0: a limit's own order.</param>
/// <param name="Time">When it was decided, UTC.</param>
/// <param name="Instrument">What to trade.</param>
/// <param name="StrategyIndex">The place of the strategy it trades for, from 0.</param>
/// <param name="Type">How it fills.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">How many, above zero, a multiple of the lot size.</param>
/// <param name="LimitPrice">The worst price it takes; not a number without a limit.</param>
/// <param name="StopPrice">The price that wakes it; not a number without a stop.</param>
/// <param name="PositionEffect">Whether it opens a position or closes one.</param>
/// <param name="TimeInForce">How long it stands.</param>
/// <param name="ParentId">Of a protective order, the id of the entry whose fill wakes it; otherwise 0.</param>
/// <param name="Distance">Of a protective order at a distance from the fill, that distance in points of price; otherwise not a number.</param>
/// <param name="RiskLimit">The limit that cut the signal's quantity; <see langword="null"/>: none did.</param>
/// <param name="Measured">What that limit measured; not a number without one.</param>
/// <param name="Threshold">What that limit allows; not a number without one.</param>
/// <param name="Reason">Why, in the words of whoever asked; may be <see langword="null"/>.</param>
[Event(Stage.Order)]
public readonly record struct OrderEvent(
    int Id,
    int SignalId,
    DateTime Time,
    Instrument Instrument,
    int StrategyIndex,
    OrderType Type,
    Side Side,
    decimal Quantity,
    double LimitPrice,
    double StopPrice,
    PositionEffect PositionEffect,
    TimeInForce TimeInForce,
    int ParentId,
    double Distance,
    string? RiskLimit,
    double Measured,
    double Threshold,
    string? Reason);
