namespace Backtest.Engine;

/// <summary>The probability of one state at one bar.</summary>
/// <param name="Time">When it is known, UTC ticks.</param>
/// <param name="BarStart">The label of the bar: its start, UTC ticks.</param>
/// <param name="Symbol">The instrument; <see langword="null"/>: the market.</param>
/// <param name="StateIndex">The index of the state.</param>
/// <param name="Probability">The probability, in [0, 1].</param>
public readonly record struct RegimeProbabilityRecord(long Time, long BarStart, string? Symbol, int StateIndex, double Probability);
