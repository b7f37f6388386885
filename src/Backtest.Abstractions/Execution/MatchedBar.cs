namespace Backtest;

/// <summary>The prices and the volume of the bar that orders are matched against.</summary>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Volume">The volume traded; not a number where the data has none.</param>
public readonly record struct MatchedBar(double Open, double High, double Low, double Close, double Volume);
