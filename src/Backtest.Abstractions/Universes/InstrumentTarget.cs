namespace Backtest;

/// <summary>The target size of the position in one symbol.</summary>
/// <param name="Instrument">The symbol.</param>
/// <param name="Size">The size; below zero for short, zero for flat.</param>
public readonly record struct InstrumentTarget(Instrument Instrument, PositionSize Size);
