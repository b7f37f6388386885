namespace Backtest;

/// <summary>A stretch of days on which a symbol belongs to a universe.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="From">The first trading day.</param>
/// <param name="To">The last trading day, included; <see langword="null"/> if it has not left.</param>
public sealed record UniverseMembership(string Symbol, DateOnly From, DateOnly? To);
