namespace Backtest;

/// <summary>A bar as a bar source plugin returns it. Times are UTC; prices are above zero, low ≤ open, close ≤ high.</summary>
/// <param name="Start">When it began, UTC.</param>
/// <param name="End">When it ended and became known, UTC; after <paramref name="Start"/>.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Volume">The volume traded; zero or above.</param>
public readonly record struct Bar(DateTime Start, DateTime End, double Open, double High, double Low, double Close, double Volume = 0);
