using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>The percentage of the second by which the first is above it; 0 if both are equal, even if both are 0.</summary>
internal readonly struct PercentageAboveOrLevel : ICombination
{
    public static double Of(double first, double second) => first == second ? 0 : PercentageAbove.Of(first, second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => Vector256.ConditionalSelect(
        Vector256.Equals(first, second), Vector256<double>.Zero, PercentageAbove.Of(first, second));
}
