namespace Backtest;

/// <content>Trigonometric functions.</content>
public static partial class DeterministicMath
{
    private const double QuarterPi = 7.85398163397448278999e-01;

    /// <summary>The sine of an angle in radians.</summary>
    /// <returns>From −1 to 1; not a number if <paramref name="x"/> is not finite.</returns>
    public static double Sin(double x)
    {
        if (Math.Abs(x) <= QuarterPi)
            return x == 0 ? x : SinOfReduced(x, 0);
        if (!double.IsFinite(x))
            return double.NaN;
        int quadrant = ReduceAngle(Math.Abs(x), out double head, out double tail);
        double sine = (quadrant & 1) == 0 ? SinOfReduced(head, tail) : CosOfReduced(head, tail);
        return quadrant >= 2 != x < 0 ? -sine : sine;
    }

    /// <summary>The cosine of an angle in radians.</summary>
    /// <returns>From −1 to 1; not a number if <paramref name="x"/> is not finite.</returns>
    public static double Cos(double x)
    {
        if (Math.Abs(x) <= QuarterPi)
            return CosOfReduced(x, 0);
        if (!double.IsFinite(x))
            return double.NaN;
        int quadrant = ReduceAngle(Math.Abs(x), out double head, out double tail);
        double cosine = (quadrant & 1) == 0 ? CosOfReduced(head, tail) : SinOfReduced(head, tail);
        return quadrant is 1 or 2 ? -cosine : cosine;
    }

    private static double SinOfReduced(double x, double tail)
    {
        double z = x * x;
        double r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06)
            + z * (z * z) * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);
        double cube = z * x;
        return x - (z * (0.5 * tail - cube * r) - tail - cube * -1.66666666666666324348e-01);
    }

    private static double CosOfReduced(double x, double tail)
    {
        double z = x * x;
        double w = z * z;
        double r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05))
            + w * w * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11));
        double half = 0.5 * z;
        double rest = 1 - half;
        return rest + (1 - rest - half + (z * r - x * tail));
    }
}
