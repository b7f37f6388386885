namespace Backtest.Engine;

/// <summary>A <see cref="PortfolioEvent"/> for each row of a stretch from one on, reported once.</summary>
/// <param name="Stretch">The stretch.</param>
/// <param name="First">The first row.</param>
/// <param name="Cash">Money not in positions, the same in all of it.</param>
/// <param name="Peak">The highest equity before it.</param>
[Event(Stage.Portfolio)]
public readonly record struct QuietValuationEvent(QuietStretch Stretch, int First, double Cash, double Peak);
