namespace Backtest.Engine;

/// <summary>A signal and what became of it.</summary>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Turn">Counts the run's turns from 0.</param>
/// <param name="BarStart">The label of the bar: its start, UTC ticks.</param>
/// <param name="Regime">The regime at the time; <see langword="null"/>: no classifier above.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="RiskLimit">The limit that cut it, or the reason of a veto.</param>
/// <param name="Measured">What the limit measured; not a number without one.</param>
/// <param name="Threshold">What the limit allows; not a number without one.</param>
/// <param name="FirstValue">Where the indicator values behind it begin among the journal's.</param>
/// <param name="ValueCount">How many there are.</param>
public readonly record struct SignalRecord(
    long Sequence,
    SignalEvent Signal,
    long Turn,
    long BarStart,
    string? Regime,
    SignalOutcome Outcome,
    string? RiskLimit,
    double Measured,
    double Threshold,
    int FirstValue,
    int ValueCount);
