namespace Backtest.Results;

/// <summary>Converts cells that may be empty.</summary>
internal static class Cells
{
    /// <summary>A number, or null if it is not finite.</summary>
    public static double? Optional(double value) => double.IsFinite(value) ? value : null;
}
