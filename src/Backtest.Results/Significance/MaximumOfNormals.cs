namespace Backtest.Results;

/// <summary>The maximum of several independent standard normal numbers: the luck of the best of many trials.</summary>
public static class MaximumOfNormals
{
    private const double EulerMascheroni = 0.57721566490153286;
    private const double Bound = 12;
    private const int Steps = 2400;

    /// <summary>The mean, approximated for many numbers (Bailey and López de Prado, 2014, their equation 1).</summary>
    /// <param name="count">The number of numbers; for one, the mean is 0.</param>
    public static double Mean(double count) => count <= 1 ? 0
        : ((1 - EulerMascheroni) * -NormalDistribution.Quantile(1 / count)) + (EulerMascheroni * -NormalDistribution.Quantile(1 / (count * Math.E)));

    /// <summary>The variance, integrated numerically from the density nΦⁿ⁻¹φ; 1 for one number.</summary>
    /// <param name="count">The number of numbers.</param>
    public static double Variance(double count)
    {
        if (count <= 1)
            return 1;
        // The density and all its derivatives vanish at both ends, so the trapezoidal rule is exact to rounding.
        const double Step = 2 * Bound / Steps;
        double mean = 0;
        double square = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double x = -Bound + (i * Step);
            double density = count * DeterministicMath.Pow(NormalDistribution.Cumulative(x), count - 1) * NormalDistribution.Density(x);
            mean += x * density * Step;
            square += x * x * density * Step;
        }

        return square - (mean * mean);
    }
}
