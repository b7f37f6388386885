namespace Backtest;

/// <summary>Where an order fills within a bar.</summary>
/// <param name="Progress">
/// How far along the bar's path, from 0 at the open to 3 at the close, each leg of the path counting 1; not a number if it does not fill. Of the
/// orders that fill on a bar, the one with the least progress fills first; among equals, the one placed first.
/// </param>
/// <param name="Price">The price, before slippage.</param>
public readonly record struct BarTouch(double Progress, double Price)
{
    /// <summary>The order does not fill.</summary>
    public static BarTouch None { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether the order fills.</summary>
    public bool IsFill => !double.IsNaN(Progress);
}
