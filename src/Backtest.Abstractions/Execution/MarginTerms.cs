namespace Backtest;

/// <summary>The holdings of a portfolio at a close.</summary>
/// <param name="Longs">The sum of quantity · close · multiplier over instruments that are long, net of all strategies.</param>
/// <param name="Shorts">The same sum over those that are short; zero or above.</param>
/// <param name="EndsDayOfEntry">Whether the close ends a trading day on which something was entered.</param>
public readonly record struct MarginTerms(double Longs, double Shorts, bool EndsDayOfEntry);
