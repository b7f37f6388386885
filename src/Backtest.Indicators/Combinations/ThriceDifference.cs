using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>Three times the first less the second.</summary>
internal readonly struct ThriceDifference : ICombination
{
    public static double Of(double first, double second) => 3 * (first - second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => 3 * (first - second);
}
