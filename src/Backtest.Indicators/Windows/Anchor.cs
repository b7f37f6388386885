namespace Backtest;

/// <summary>The value from which windows measure their values: the newest one when a block is complete.</summary>
internal static class Anchor
{
    /// <summary>The value, or 0 if it is not finite: measured from such a value, no later value would be a number.</summary>
    public static double At(double newest) => double.IsFinite(newest) ? newest : 0;
}
