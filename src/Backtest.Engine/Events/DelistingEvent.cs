namespace Backtest.Engine;

/// <summary>An instrument no longer trades: resting orders on it are canceled, and positions in it are settled.</summary>
/// <param name="Time">The end of the turn it is settled in, UTC.</param>
/// <param name="Instrument">The instrument that no longer trades.</param>
/// <param name="Price">The price one unit is settled at, without slippage or commission; zero or above.</param>
[Event(Stage.Order)] // the cancels and fills that follow from it are a stage above
public readonly record struct DelistingEvent(DateTime Time, Instrument Instrument, decimal Price);
