namespace Backtest;

/// <summary>A channel around prices, in their unit.</summary>
/// <param name="Upper">The upper line.</param>
/// <param name="Middle">The line the channel surrounds.</param>
/// <param name="Lower">The lower line.</param>
public readonly record struct ChannelValue(double Upper, double Middle, double Lower);
