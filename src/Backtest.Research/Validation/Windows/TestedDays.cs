namespace Backtest.Research;

/// <summary>The results of the days after a search.</summary>
/// <param name="Window">The window.</param>
/// <param name="Days">The traded days.</param>
/// <param name="Returns">The total's return on each day.</param>
/// <param name="PeriodsPerYear">The number of returns per year.</param>
/// <param name="Objective">The objective on these days, or null if there is none.</param>
internal sealed record TestedDays(Window Window, DateOnly[] Days, double[] Returns, double PeriodsPerYear, double? Objective);
