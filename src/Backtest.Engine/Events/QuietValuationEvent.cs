namespace Backtest.Engine;

/// <summary>Stands for a <see cref="PortfolioEvent"/> at each row of a quiet stretch from a given row on.</summary>
/// <param name="Stretch">The stretch.</param>
/// <param name="First">The first row.</param>
/// <param name="Cash">Money not in positions, constant throughout the stretch.</param>
/// <param name="Peak">The highest equity before the stretch.</param>
[Event(Stage.Portfolio)]
public readonly record struct QuietValuationEvent(QuietStretch Stretch, int First, double Cash, double Peak);
