namespace Backtest.Engine;

/// <summary>A dividend is paid before a bar's open.</summary>
/// <param name="Time">The start of the bar, UTC.</param>
/// <param name="Instrument">The instrument that pays it.</param>
/// <param name="Amount">Money for each unit of price and quantity; zero or above.</param>
[Event(Stage.Order)]
public readonly record struct DividendEvent(DateTime Time, Instrument Instrument, decimal Amount);
