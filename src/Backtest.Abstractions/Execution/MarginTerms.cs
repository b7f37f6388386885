namespace Backtest;

/// <summary>What a portfolio holds at a close.</summary>
/// <param name="Longs">The sum of quantity · close · multiplier over instruments that are long, net of all strategies.</param>
/// <param name="Shorts">The same over those that are short; zero or above.</param>
/// <param name="EndsDayOfEntry">Whether a trading day ends with the close on which something was entered.</param>
public readonly record struct MarginTerms(double Longs, double Shorts, bool EndsDayOfEntry);
