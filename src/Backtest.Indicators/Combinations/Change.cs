using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>By which fraction of the second the first is above it.</summary>
internal readonly struct Change : ICombination
{
    // The last term is 0, or not a number where the second is infinite: nothing is a change from that.
    public static double Of(double first, double second) => first / second - 1 + (second - second);

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) =>
        first / second - Vector256<double>.One + (second - second);
}
