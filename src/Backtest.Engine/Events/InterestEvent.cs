namespace Backtest.Engine;

/// <summary>What interest is on.</summary>
public enum InterestType
{
    /// <summary>The market value of a short.</summary>
    Borrow,

    /// <summary>Money borrowed.</summary>
    Margin,

    /// <summary>Cash.</summary>
    Cash,
}

/// <summary>Interest on the days that have gone by is settled ahead of the first bar of a day.</summary>
/// <param name="Time">The start of the bar, UTC ticks.</param>
/// <param name="Type">What it is on.</param>
/// <param name="Instrument">What is borrowed; <see langword="null"/>: money.</param>
/// <param name="Days">The calendar days.</param>
/// <param name="Rate">The rate a year of 360 days, as a fraction.</param>
/// <param name="Balance">What it is on, in money; above zero.</param>
/// <param name="Cash">Money received; below zero: paid.</param>
[Event(Stage.Order)]
public readonly record struct InterestEvent(
    long Time, InterestType Type, Instrument? Instrument, int Days, decimal Rate, decimal Balance, decimal Cash);
