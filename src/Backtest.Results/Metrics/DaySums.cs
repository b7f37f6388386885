namespace Backtest.Results;

/// <summary>Sums over days with a gain, and over those with a loss.</summary>
internal readonly record struct DaySums(
    double Gain, double Loss, double LossSquares, double Variance, int Wins, int Losses, int LongestWinningStreak, int LongestLosingStreak)
{
    public static DaySums Of(ReadOnlySpan<double> returns)
    {
        double gain = 0;
        double loss = 0;
        double lossSquares = 0;
        int wins = 0;
        int losses = 0;
        int streak = 0; // below zero while days lose
        int longestWinning = 0;
        int longestLosing = 0;
        foreach (double value in returns)
        {
            if (value > 0)
            {
                gain += value;
                wins++;
                streak = Math.Max(0, streak) + 1;
                longestWinning = Math.Max(longestWinning, streak);
            }
            else if (value < 0)
            {
                loss -= value;
                lossSquares += value * value;
                losses++;
                streak = Math.Min(0, streak) - 1;
                longestLosing = Math.Max(longestLosing, -streak);
            }
            else
            {
                streak = 0;
                gain += value; // a return that is not a number shows in the sum
            }
        }

        double mean = (gain - loss) / returns.Length;
        double squares = 0;
        foreach (double value in returns)
            squares += (value - mean) * (value - mean);
        return new DaySums(gain, loss, lossSquares, squares / (returns.Length - 1), wins, losses, longestWinning, longestLosing);
    }
}
