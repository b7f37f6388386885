namespace Backtest;

/// <summary>The five lines of Ichimoku at a bar, in the unit of the price.</summary>
/// <param name="Conversion">Tenkan-sen: the middle of the last bars' range.</param>
/// <param name="Base">Kijun-sen: the middle of a longer range.</param>
/// <param name="SpanA">
/// Senkou span A: halfway between both, as it was a displacement ago, this bar included; one edge of the cloud at this bar.
/// </param>
/// <param name="SpanB">Senkou span B: the middle of the longest range, as it was a displacement ago; the other edge.</param>
/// <param name="Lagging">Chikou span: the close, which is drawn a displacement back, to be compared with the prices of that time.</param>
public readonly record struct IchimokuValue(double Conversion, double Base, double SpanA, double SpanB, double Lagging);
