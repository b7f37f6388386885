namespace Backtest;

/// <summary>The engine filled an order, whole or in part.</summary>
/// <param name="Id">Counts the portfolio's fills from 1.</param>
/// <param name="OrderId">The order's id.</param>
/// <param name="Time">When it filled, UTC: the start of the bar for a fill at its open, otherwise the bar's end.</param>
/// <param name="BarStart">The label of the bar it filled on: the bar's start, UTC.</param>
/// <param name="BarIndex">The index of that bar in its instrument's history, from 0.</param>
/// <param name="BarOpen">The open of that bar.</param>
/// <param name="Instrument">What was traded.</param>
/// <param name="StrategyIndex">The index of the strategy it was traded for, from 0.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">The quantity, above zero.</param>
/// <param name="Price">The price of one unit, slippage included.</param>
/// <param name="Commission">Money paid for the trade.</param>
/// <param name="Slippage">Money lost against the price before slippage.</param>
[Event(Stage.Fill)]
public readonly record struct FillEvent(
    int Id,
    int OrderId,
    DateTime Time,
    DateTime BarStart,
    long BarIndex,
    double BarOpen,
    Instrument Instrument,
    int StrategyIndex,
    Side Side,
    decimal Quantity,
    decimal Price,
    decimal Commission,
    decimal Slippage);
