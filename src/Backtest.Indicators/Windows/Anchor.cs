namespace Backtest;

/// <summary>What windows measure their values from: the newest one when a block of them is complete.</summary>
internal static class Anchor
{
    /// <summary>The value, or 0 where it is not finite: measured from such a value, none after it would be a number.</summary>
    public static double At(double newest) => double.IsFinite(newest) ? newest : 0;
}
