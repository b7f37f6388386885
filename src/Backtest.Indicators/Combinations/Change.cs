using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>The fraction of the second by which the first is above it.</summary>
internal readonly struct Change : ICombination
{
    // The last term is 0, or not a number if the second is infinite, from which a change is undefined.
    public static double Of(double first, double second) => first / second - 1 + (second - second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) =>
        first / second - Vector256<double>.One + (second - second);
}
