namespace Backtest.Results;

/// <summary>The standard normal distribution, identical to the bit on any machine.</summary>
public static class NormalDistribution
{
    private const double RootTwoPi = 2.5066282746310002;
    private const double Far = 37; // values beyond are smaller than the smallest number
    private const double NearTail = 7.07106781186547; // from here on a continued fraction is more accurate

    private static readonly double[] Numerator =
    [
        3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376,
    ];

    private static readonly double[] Denominator =
    [
        8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
        440.413735824752,
    ];

    private static readonly double[] CentreNumerator =
    [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239,
    ];

    private static readonly double[] CentreDenominator =
    [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1,
    ];

    private static readonly double[] TailNumerator =
    [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
    ];

    private static readonly double[] TailDenominator = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1];

    /// <summary>The density at a value.</summary>
    public static double Density(double x) => DeterministicMath.Exp(-x * x / 2) / RootTwoPi;

    /// <summary>The fraction of the distribution below a value, within about 1e-15 (Hart, 1968, as given by West, 2005).</summary>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
            return x;
        double size = Math.Abs(x);
        double tail = size > Far ? 0 : Tail(size);
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>The value below which a fraction of the distribution lies (Acklam, 2003, with a step of Halley's method).</summary>
    /// <param name="share">The fraction; 0 and 1 return an infinity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not in [0, 1].</exception>
    public static double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share of a distribution must be from 0 to 1.");
        if (share > 0.5)
            return -Quantile(1 - share);
        if (share == 0)
            return double.NegativeInfinity;
        double first = Approximate(share);
        double error = (Cumulative(first) - share) / Density(first);
        return first - (error / (1 + (first * error / 2)));
    }

    private static double Tail(double size)
    {
        double exponential = DeterministicMath.Exp(-size * size / 2);
        if (size < NearTail)
            return exponential * Polynomial(Numerator, size) / Polynomial(Denominator, size);
        double fraction = size + 0.65;
        for (int i = 4; i > 0; i--)
            fraction = size + (i / fraction);
        return exponential / (fraction * RootTwoPi);
    }

    private static double Approximate(double share)
    {
        const double TailBegins = 0.02425;
        if (share < TailBegins)
        {
            double root = Math.Sqrt(-2 * DeterministicMath.Log(share));
            return Polynomial(TailNumerator, root) / Polynomial(TailDenominator, root);
        }

        double centred = share - 0.5;
        double square = centred * centred;
        return centred * Polynomial(CentreNumerator, square) / Polynomial(CentreDenominator, square);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
