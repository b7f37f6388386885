namespace Backtest;

/// <summary>A channel that held the last prices.</summary>
/// <param name="Upper">The highest high.</param>
/// <param name="Middle">Halfway between.</param>
/// <param name="Lower">The lowest low.</param>
public readonly record struct ChannelValue(double Upper, double Middle, double Lower);
