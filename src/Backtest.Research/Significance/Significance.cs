using Backtest.Results;

namespace Backtest.Research;

/// <summary>How far the winner of a search is to be believed, by the number of trials there were.</summary>
public sealed record Significance
{
    /// <summary>The confidence asked for by minimum track records and planned rates: one in twenty is wrong.</summary>
    public const double Level = 0.05;

    /// <summary>The number of the trial that is judged.</summary>
    public required int Winner { get; init; }

    /// <summary>How many trials of the family were ever made: what the winner is deflated by.</summary>
    public required long Trials { get; init; }

    /// <summary>How many complete trials over the same days were compared; each once, however often it was made.</summary>
    public required int Compared { get; init; }

    /// <summary>How many returns a year has, as annual metrics are scaled.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>The winner's Sharpe ratio of a period, above the risk-free rate, with what it depends on.</summary>
    public required SharpeEstimate Estimate { get; init; }

    /// <summary>The variance of the Sharpe ratios of the trials compared, of a period; 0 of one trial.</summary>
    public required double TrialVariance { get; init; }

    /// <summary>The probabilistic Sharpe ratio against 0: the confidence in a true ratio above 0 if this had been the only trial.</summary>
    public required double ProbabilisticSharpe { get; init; }

    /// <summary>The same with the variance under the null, autocorrelation included.</summary>
    public required double ProbabilisticSharpeUnderNull { get; init; }

    /// <summary>The winner deflated by all trials of the family.</summary>
    public required DeflatedSharpe Deflated { get; init; }

    /// <summary>The mean correlation of two trials; null if fewer than two vary.</summary>
    public double? MeanCorrelation { get; init; }

    /// <summary>The winner deflated by the number of independent trials that the trials are worth; null without a correlation.</summary>
    public DeflatedSharpe? DeflatedByEffectiveTrials { get; init; }

    /// <summary>The years after which a true ratio above 0 is sure at <see cref="Level"/>; null if the ratio is not above 0.</summary>
    public double? MinimumTrackRecordYears { get; init; }

    /// <summary>The same with the variance under the null.</summary>
    public double? MinimumTrackRecordYearsUnderNull { get; init; }

    /// <summary>
    /// The years below which the best of as many trials without skill would be expected to show such a ratio; null if it is not above 0.
    /// </summary>
    public double? MinimumBacktestYears { get; init; }

    /// <summary>How often what looks as good has no skill.</summary>
    public required FalseDiscoveryRate FalseDiscovery { get; init; }

    /// <summary>The probability of backtest overfitting, or null where it is not available.</summary>
    public OverfittingSummary? Overfitting { get; init; }

    /// <summary>Whether the best of the trials beats the benchmark, or null where it is not available.</summary>
    public SuperiorAbilitySummary? SuperiorAbility { get; init; }

    /// <summary>What limits these figures, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
