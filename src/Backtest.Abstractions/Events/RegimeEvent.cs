namespace Backtest;

/// <summary>A classifier changed its view of an instrument, or of the market.</summary>
/// <param name="Time">When it is known: the end of the bar, UTC.</param>
/// <param name="Symbol">The instrument; <see langword="null"/> for the market, as read from the classifier's reference.</param>
/// <param name="Regime">The state from now on, or <see cref="Unknown"/>.</param>
/// <param name="Previous">The state until now, or <see cref="Unknown"/>.</param>
/// <param name="Confidence">The probability of the state, in [0, 1].</param>
[Event(Stage.Regime)]
public readonly record struct RegimeEvent(DateTime Time, string? Symbol, string Regime, string Previous, double Confidence)
{
    /// <summary>The name of the state before a classifier is trained or sure enough.</summary>
    public const string Unknown = "unknown";
}
