namespace Backtest.Research;

/// <summary>A normal distribution truncated to 0 and 1.</summary>
internal static class NormalKernel
{
    private const int Draws = 100;
    private const double LogRootTwoPi = 0.91893853320467274178;

    /// <summary>The logarithm of the factor before the exponential.</summary>
    public static double LogScale(double mean, double deviation)
    {
        double inside = Cumulative((1 - mean) / deviation) - Cumulative(-mean / deviation);
        return -LogRootTwoPi - DeterministicMath.Log(deviation) - DeterministicMath.Log(inside);
    }

    /// <summary>Draws a number.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="mean">The mean before truncation, in [0, 1].</param>
    /// <param name="deviation">The standard deviation before truncation.</param>
    public static double Draw(ref SearchRandom random, double mean, double deviation)
    {
        for (int i = 0; i < Draws; i++)
        {
            double value = mean + (deviation * random.NextNormal());
            if (value is >= 0 and <= 1)
                return value;
        }

        return mean;
    }

    /// <summary>The standard normal distribution function, within 7.5·10⁻⁸ (M. Abramowitz and I. Stegun, 1964, 26.2.17).</summary>
    private static double Cumulative(double x)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double density = DeterministicMath.Exp((-x * x / 2) - LogRootTwoPi);
        double tail = density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
