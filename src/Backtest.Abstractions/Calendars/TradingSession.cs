namespace Backtest;

/// <summary>The regular trading of one day.</summary>
/// <param name="Open">When it begins, UTC ticks.</param>
/// <param name="Close">When it ends, UTC ticks, excluded; after <paramref name="Open"/>.</param>
public readonly record struct TradingSession(long Open, long Close);
