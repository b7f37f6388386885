using Backtest.Results;

namespace Backtest.Research;

/// <summary>How far to believe the winner of a search, given the number of trials.</summary>
public sealed record Significance
{
    /// <summary>The significance level of minimum track records and planned rates: one in twenty is wrong.</summary>
    public const double Level = 0.05;

    /// <summary>The number of the evaluated trial.</summary>
    public required int Winner { get; init; }

    /// <summary>The total number of trials ever run in the family, by which the winner is deflated.</summary>
    public required long Trials { get; init; }

    /// <summary>The number of distinct complete trials over the same days that were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The number of returns per year with which metrics are annualized.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>The winner's Sharpe ratio per period, above the risk-free rate, with the moments it depends on.</summary>
    public required SharpeEstimate Estimate { get; init; }

    /// <summary>The variance of the Sharpe ratios per period of the compared trials; 0 for a single trial.</summary>
    public required double TrialVariance { get; init; }

    /// <summary>The probabilistic Sharpe ratio against 0: the confidence in a true ratio above 0 if this had been the only trial.</summary>
    public required double ProbabilisticSharpe { get; init; }

    /// <summary>The same confidence with the variance under the null, including autocorrelation.</summary>
    public required double ProbabilisticSharpeUnderNull { get; init; }

    /// <summary>The winner deflated by all trials of the family.</summary>
    public required DeflatedSharpe Deflated { get; init; }

    /// <summary>The mean correlation of two trials, or null if fewer than two vary.</summary>
    public double? MeanCorrelation { get; init; }

    /// <summary>The winner deflated by the equivalent number of independent trials, or null without a correlation.</summary>
    public DeflatedSharpe? DeflatedByEffectiveTrials { get; init; }

    /// <summary>The number of years after which a true ratio above 0 is certain at <see cref="Level"/>, or null if the ratio is not above 0.</summary>
    public double? MinimumTrackRecordYears { get; init; }

    /// <summary>The same with the variance under the null.</summary>
    public double? MinimumTrackRecordYearsUnderNull { get; init; }

    /// <summary>
    /// The number of years below which the best of that many trials without skill would be expected to have such a ratio, or null if it is not above 0.
    /// </summary>
    public double? MinimumBacktestYears { get; init; }

    /// <summary>How often a strategy that looks as good has no skill.</summary>
    public required FalseDiscoveryRate FalseDiscovery { get; init; }

    /// <summary>The probability of backtest overfitting, or null if not available.</summary>
    public OverfittingSummary? Overfitting { get; init; }

    /// <summary>Whether the best of the trials beats the benchmark, or null if not available.</summary>
    public SuperiorAbilitySummary? SuperiorAbility { get; init; }

    /// <summary>Limits of these figures, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
