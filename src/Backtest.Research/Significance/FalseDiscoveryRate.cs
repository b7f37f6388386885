namespace Backtest.Research;

/// <summary>How often a strategy that looks as good as the winner has no skill, under an assumption that is a part of the figure.</summary>
/// <param name="Prior">The share of strategies assumed to have skill.</param>
/// <param name="AlternativeSharpe">The true Sharpe ratio those are assumed to have, of a year.</param>
/// <param name="Planned">The share without skill among those that pass a test at <see cref="Significance.Level"/>.</param>
/// <param name="Observed">The share without skill among those that show the winner's ratio or a higher one.</param>
public sealed record FalseDiscoveryRate(double Prior, double AlternativeSharpe, double Planned, double Observed);
