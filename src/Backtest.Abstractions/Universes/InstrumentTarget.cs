namespace Backtest;

/// <summary>How large the position in one symbol is to be.</summary>
/// <param name="Instrument">The symbol.</param>
/// <param name="Size">How large; below zero short, zero flat.</param>
public readonly record struct InstrumentTarget(Instrument Instrument, PositionSize Size);
