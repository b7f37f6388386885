namespace Backtest.Research;

/// <summary>How often a strategy that looks as good as the winner has no skill, under an assumption that is part of the figure.</summary>
/// <param name="Prior">The fraction of strategies assumed to have skill.</param>
/// <param name="AlternativeSharpe">The true annual Sharpe ratio that strategies with skill are assumed to have.</param>
/// <param name="Planned">The fraction without skill among strategies that pass a test at <see cref="Significance.Level"/>.</param>
/// <param name="Observed">The fraction without skill among strategies with the winner's ratio or a higher one.</param>
public sealed record FalseDiscoveryRate(double Prior, double AlternativeSharpe, double Planned, double Observed);
