namespace Backtest;

/// <summary>The true range of a bar: its range, widened to the close before it (J. Welles Wilder, 1978).</summary>
internal static class TrueRange
{
    /// <summary>The true range, in the price's unit.</summary>
    public static double Of(double high, double low, double previousClose) => Math.Max(high, previousClose) - Math.Min(low, previousClose);
}
