namespace Backtest;

/// <summary>
/// Identifies a signal to the strategy that gave it. Handles count one strategy's signals on one symbol from 1; the ids in the tables are assigned on
/// delivery and count the portfolio's.
/// </summary>
/// <param name="Number">The number of the signal; 0 for no signal.</param>
public readonly record struct SignalHandle(int Number);
