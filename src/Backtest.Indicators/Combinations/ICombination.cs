using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>Combines two numbers; the result is the same for one pair as for many at once.</summary>
internal interface ICombination
{
    /// <summary>Combines one pair.</summary>
    static abstract double Of(double first, double second);

    /// <summary>Combines as many pairs as a vector holds.</summary>
    static abstract Vector256<double> Of(Vector256<double> first, Vector256<double> second);
}
