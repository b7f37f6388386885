using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>Twice the first less the second, which takes out most of a lag.</summary>
internal readonly struct TwiceLess : ICombination
{
    public static double Of(double first, double second) => 2 * first - second;

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => 2 * first - second;
}
