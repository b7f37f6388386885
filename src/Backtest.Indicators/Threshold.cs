namespace Backtest;

/// <summary>
/// Compares prices and their differences as the decimals they were written as: 1.2 − 1.1 is not less than 0.1. As binary numbers they are off by a
/// few parts in 10^16 of the price, which must not decide on which side of a threshold a price is.
/// </summary>
/// <remarks>
/// Differences below <see cref="Tolerance"/> of the price count as equal. Ticks are far larger: 0.01 of a price of 100,000 is 10^-7 of it. Two prices
/// compared as they are in the data are equal or not, and need no tolerance.
/// </remarks>
internal static class Threshold
{
    /// <summary>The share of a price below which differences come from binary numbers.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>Whether a number computed from prices is at a threshold or above it.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The threshold.</param>
    /// <param name="price">A price both were computed from; where there are several, the largest.</param>
    public static bool IsReached(double value, double bound, double price) => value >= bound - Tolerance * Math.Abs(price);

    /// <summary>Whether a number computed from prices is above a threshold.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The threshold.</param>
    /// <param name="price">A price both were computed from; where there are several, the largest.</param>
    public static bool IsPassed(double value, double bound, double price) => value > bound + Tolerance * Math.Abs(price);
}
