using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>The first in percent of the second.</summary>
internal readonly struct PercentageOf : ICombination
{
    public static double Of(double first, double second) => 100 * (first / second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => 100 * (first / second);
}
