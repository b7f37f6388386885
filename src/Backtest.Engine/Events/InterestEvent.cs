namespace Backtest.Engine;

/// <summary>The balance that bears interest.</summary>
public enum InterestType
{
    /// <summary>The market value of a short.</summary>
    Borrow,

    /// <summary>Money borrowed.</summary>
    Margin,

    /// <summary>Cash.</summary>
    Cash,
}

/// <summary>Interest for past days, settled before the first bar of a day.</summary>
/// <param name="Time">The start of the bar, UTC ticks.</param>
/// <param name="Type">The kind of balance that bears the interest.</param>
/// <param name="Instrument">The instrument borrowed; <see langword="null"/> for money.</param>
/// <param name="Days">The number of calendar days.</param>
/// <param name="Rate">The rate per year of 360 days, as a fraction.</param>
/// <param name="Balance">The balance that bears the interest, in money; above zero.</param>
/// <param name="Cash">Money received; below zero if paid.</param>
[Event(Stage.Order)]
public readonly record struct InterestEvent(
    long Time, InterestType Type, Instrument? Instrument, int Days, decimal Rate, decimal Balance, decimal Cash);
