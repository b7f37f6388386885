namespace Backtest;

/// <summary>A strategy wants in or out of an instrument. It says how much it wants it, never how many.</summary>
/// <param name="Id">Counts the portfolio's signals from 1; inside a container plugin, those of its members.</param>
/// <param name="Time">When it was decided: the end of the bar, UTC.</param>
/// <param name="Instrument">What to trade.</param>
/// <param name="StrategyIndex">The place of the strategy among those of the portfolio, or of the container plugin it is in, from 0.</param>
/// <param name="Action">In or out.</param>
/// <param name="Direction">Of an entry, the side wanted; of an exit, the side of the position it closes.</param>
/// <param name="Strength">Of an entry, how much it is wanted, in (0, 1]; of an exit, the fraction to close, in (0, 1].</param>
/// <param name="Entry">The terms of an entry; empty for an exit.</param>
/// <param name="Reason">In the author's words; may be <see langword="null"/>.</param>
[Event(Stage.Signal)]
public readonly record struct SignalEvent(
    int Id,
    DateTime Time,
    Instrument Instrument,
    int StrategyIndex,
    SignalAction Action,
    Direction Direction,
    double Strength,
    EntryTerms Entry,
    string? Reason);
