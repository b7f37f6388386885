namespace Backtest.Research;

/// <summary>
/// How often the strategy that was best on one half of the time is no better than the median of all on the other half: the probability of backtest
/// overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and Zhu, 2017).
/// </summary>
public sealed record BacktestOverfitting
{
    /// <summary>The number of ways the time was halved.</summary>
    public required int Splits { get; init; }

    /// <summary>The number of blocks of equal length the time was divided into.</summary>
    public required int Blocks { get; init; }

    /// <summary>The fraction of splits in which the best inside ranks at or below the median outside, in [0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>For each split, in lexicographic order of the blocks inside, the logit of the relative rank outside of the best inside.</summary>
    public required IReadOnlyList<double> Logits { get; init; }

    /// <summary>How much a higher Sharpe ratio inside adds outside, by least squares over the splits; null if all are equal inside.</summary>
    public required double? DegradationSlope { get; init; }

    /// <summary>The Sharpe ratio per period outside that corresponds to one of 0 inside; null if all are equal inside.</summary>
    public required double? DegradationIntercept { get; init; }

    /// <summary>The fraction of splits in which the best inside has a Sharpe ratio below 0 outside.</summary>
    public required double ProbabilityOfLoss { get; init; }

    /// <summary>Measures strategies.</summary>
    /// <param name="returns">Their excess returns. If the periods do not divide evenly into blocks, the oldest are left out.</param>
    /// <param name="blocks">The number of blocks to divide the time into: an even number from 2 to 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two strategies, or fewer than two periods per block.</exception>
    public static BacktestOverfitting Of(TrialReturns returns, int blocks = 16)
    {
        if (blocks is < 2 or > 20 || blocks % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, "The number of blocks must be even, from 2 to 20.");
        if (returns.Strategies < 2 || returns.Periods < 2 * blocks)
            throw new ArgumentOutOfRangeException(nameof(returns), "At least two strategies and two periods a block are needed.");
        return new SymmetricSplits(returns, blocks).Measure();
    }
}
