using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>The percentage of the second by which the first is above it.</summary>
internal readonly struct PercentageAbove : ICombination
{
    public static double Of(double first, double second) => 100 * ((first - second) / second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => 100 * ((first - second) / second);
}
