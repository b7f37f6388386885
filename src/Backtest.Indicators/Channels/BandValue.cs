namespace Backtest;

/// <summary>Bands around a mean, in the unit of the values.</summary>
/// <param name="Upper">The mean plus some deviations.</param>
/// <param name="Middle">The mean.</param>
/// <param name="Lower">The mean less some deviations.</param>
/// <param name="Deviation">One standard deviation of the population.</param>
public readonly record struct BandValue(double Upper, double Middle, double Lower, double Deviation);
