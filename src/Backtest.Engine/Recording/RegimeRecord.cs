namespace Backtest.Engine;

/// <summary>A change of regime.</summary>
/// <param name="Sequence">Counts the classifier's events from 1.</param>
/// <param name="Time">When it is known, UTC ticks.</param>
/// <param name="BarStart">The label of the bar: its start, UTC ticks.</param>
/// <param name="Symbol">The instrument; <see langword="null"/>: the market.</param>
/// <param name="StateIndex">The index of the state; −1: unknown.</param>
/// <param name="Confidence">The probability of the state.</param>
public readonly record struct RegimeRecord(
    long Sequence, long Time, long BarStart, string? Symbol, int StateIndex, double Confidence);
