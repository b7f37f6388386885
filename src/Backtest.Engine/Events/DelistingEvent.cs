namespace Backtest.Engine;

/// <summary>An instrument trades no longer: what rests on it is canceled, and what is held of it is settled.</summary>
/// <param name="Time">The end of the turn it is settled in, UTC.</param>
/// <param name="Instrument">What trades no longer.</param>
/// <param name="Price">What one unit is settled at, without slippage or commission; zero or above.</param>
[Event(Stage.Order)] // what follows from it are cancels and fills, a stage above
public readonly record struct DelistingEvent(DateTime Time, Instrument Instrument, decimal Price);
