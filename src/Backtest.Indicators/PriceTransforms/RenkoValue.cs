namespace Backtest;

/// <summary>The last brick of a Renko chart, and what a bar added.</summary>
/// <param name="Close">Where the last brick closed; the first value until there is one.</param>
/// <param name="Direction">1 if that brick rises, −1 if it falls, 0 until there is one.</param>
/// <param name="Bricks">How many bricks this value completed, below zero if they fall.</param>
public readonly record struct RenkoValue(double Close, double Direction, double Bricks);
