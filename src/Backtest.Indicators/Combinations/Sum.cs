using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>The sum of both.</summary>
internal readonly struct Sum : ICombination
{
    public static double Of(double first, double second) => first + second;

    public static Vector256<double> Of(Vector256<double> first, Vector256<double> second) => first + second;
}
