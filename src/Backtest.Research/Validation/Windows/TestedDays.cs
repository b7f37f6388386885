namespace Backtest.Research;

/// <summary>What the days after a search brought.</summary>
/// <param name="Window">The window.</param>
/// <param name="Days">The days traded.</param>
/// <param name="Returns">The total's return on each.</param>
/// <param name="PeriodsPerYear">How many returns a year has.</param>
/// <param name="Objective">The objective's figure on them; null where there is none.</param>
internal sealed record TestedDays(Window Window, DateOnly[] Days, double[] Returns, double PeriodsPerYear, double? Objective);
