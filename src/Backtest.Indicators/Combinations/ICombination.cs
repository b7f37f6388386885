using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>What two numbers make together; the same for one pair as for many at once.</summary>
internal interface ICombination
{
    /// <summary>Of one pair.</summary>
    static abstract double Of(double first, double second);

    /// <summary>Of as many pairs as a vector holds.</summary>
    static abstract Vector256<double> Of(Vector256<double> first, Vector256<double> second);
}
