using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>By which fraction of the second the first is above it.</summary>
internal readonly struct Change : ICombination
{
    public static double Of(double first, double second) => first / second - 1 + (second - second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => first / second - Vector256<double>.One + (second - second);
}
