namespace Backtest.Results;

/// <summary>Sums over returns, each in order of time, computed together in two passes.</summary>
internal struct ReturnSums
{
    private double _otherSquares;

    private ReturnSums(int count) => Count = count;

    /// <summary>The number of returns.</summary>
    public int Count { get; }

    /// <summary>Whether all are finite numbers.</summary>
    public bool AreFinite { get; private set; }

    /// <summary>The lowest return.</summary>
    public double Lowest { get; private set; }

    /// <summary>The highest return.</summary>
    public double Highest { get; private set; }

    /// <summary>The mean.</summary>
    public double Mean { get; private set; }

    /// <summary>The sum of squares.</summary>
    public double Size { get; private set; }

    /// <summary>The sum of positive returns.</summary>
    public double Gain { get; private set; }

    /// <summary>The absolute sum of negative returns.</summary>
    public double Loss { get; private set; }

    /// <summary>The sum of squares of negative returns.</summary>
    public double LossSquares { get; private set; }

    /// <summary>The number of positive returns.</summary>
    public int Wins { get; private set; }

    /// <summary>The number of negative returns.</summary>
    public int Losses { get; private set; }

    /// <summary>The largest number of consecutive positive returns.</summary>
    public int LongestWinningStreak { get; private set; }

    /// <summary>The largest number of consecutive negative returns.</summary>
    public int LongestLosingStreak { get; private set; }

    /// <summary>The sum of second powers of deviations from the mean.</summary>
    public double Second { get; private set; }

    /// <summary>The sum of third powers of deviations from the mean.</summary>
    public double Third { get; private set; }

    /// <summary>The sum of fourth powers of deviations from the mean.</summary>
    public double Fourth { get; private set; }

    /// <summary>The sum of products of a deviation and the one before.</summary>
    public double Lagged { get; private set; }

    /// <summary>The sample variance about the mean of gains minus losses.</summary>
    public readonly double Variance => _otherSquares / (Count - 1);

    public static ReturnSums Of(ReadOnlySpan<double> returns)
    {
        var sums = new ReturnSums(returns.Length);
        sums.Add(returns);
        sums.AddDeviations(returns, sums.Mean, (sums.Gain - sums.Loss) / returns.Length);
        return sums;
    }

    // Keep sums in locals and add without a branch: whether a day gains is unpredictable.
    private void Add(ReadOnlySpan<double> returns)
    {
        double sum = 0;
        double size = 0;
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        double gain = 0;
        double loss = 0;
        double lossSquares = 0;
        int wins = 0;
        int losses = 0;
        int winning = 0;
        int losing = 0;
        int longestWinning = 0;
        int longestLosing = 0;
        int finite = 0;
        foreach (double value in returns)
        {
            double above = double.MaxNative(value, 0);
            double below = double.MinNative(value, 0);
            int isWin = value > 0 ? 1 : 0;
            int isLoss = value < 0 ? 1 : 0;
            sum += value;
            size += value * value;
            lowest = double.MinNative(value, lowest);
            highest = double.MaxNative(value, highest);
            gain += above;
            loss -= below;
            lossSquares += below * below;
            wins += isWin;
            losses += isLoss;
            winning = (winning + 1) & -isWin;
            losing = (losing + 1) & -isLoss;
            longestWinning = Math.Max(longestWinning, winning);
            longestLosing = Math.Max(longestLosing, losing);
            finite += double.IsFinite(value) ? 1 : 0;
        }

        AreFinite = finite == returns.Length;
        (Mean, Size, Lowest, Highest) = (sum / returns.Length, size, lowest, highest);
        (Gain, Loss, LossSquares, Wins, Losses) = (gain, loss, lossSquares, wins, losses);
        (LongestWinningStreak, LongestLosingStreak) = (longestWinning, longestLosing);
    }

    private void AddDeviations(ReadOnlySpan<double> returns, double mean, double otherMean)
    {
        double second = 0;
        double third = 0;
        double fourth = 0;
        double lagged = 0;
        double before = 0;
        double otherSquares = 0;
        foreach (double value in returns)
        {
            double deviation = value - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
            lagged += deviation * before;
            before = deviation;
            otherSquares += (value - otherMean) * (value - otherMean);
        }

        (Second, Third, Fourth, Lagged, _otherSquares) = (second, third, fourth, lagged, otherSquares);
    }
}
