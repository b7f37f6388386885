namespace Backtest.Results;

/// <summary>What cells that may hold nothing are in rows.</summary>
internal static class Cells
{
    /// <summary>A number, or null for what is not a number, or stands nowhere yet.</summary>
    public static double? Optional(double value) => double.IsFinite(value) ? value : null;
}
