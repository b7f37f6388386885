namespace Backtest.Plugins.Pattern;

/// <summary>A price at which swings repeatedly turn: support when approached from above, resistance from below.</summary>
/// <param name="Lowest">The lowest swing of the level.</param>
/// <param name="Highest">The highest swing of the level.</param>
/// <param name="Mean">The mean of its swings.</param>
/// <param name="Touches">The number of its swings.</param>
/// <param name="LastTouch">The index of the bar that confirmed the last of them.</param>
public readonly record struct SupportResistanceLevel(double Lowest, double Highest, double Mean, int Touches, long LastTouch)
{
    internal SupportResistanceLevel Touched(double price, long bar) => new(
        Math.Min(Lowest, price), Math.Max(Highest, price), Mean + (price - Mean) / (Touches + 1), Touches + 1, bar);
}
