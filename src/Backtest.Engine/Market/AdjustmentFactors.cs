namespace Backtest.Engine;

/// <summary>How adjusted prices and quantities of a day relate to those traded on it; without factors, they are the same.</summary>
/// <param name="divisor">The divisor of traded prices.</param>
/// <param name="units">The multiplier of traded quantities.</param>
internal sealed class AdjustmentFactors(double divisor, double units)
{
    // A factor such as 100 / 3 is not an exact decimal; the missing part must not count as part of a unit.
    private const int QuantityDecimals = 8;

    private readonly decimal _units = (decimal)units;

    /// <summary>
    /// A price as it was traded. A traded price on a tick is recovered exactly: the factor blurs it only beyond the fifteenth digit, the last one
    /// that the conversion from double to decimal keeps.
    /// </summary>
    public decimal Traded(double price) => (decimal)(price * divisor);

    /// <summary>A traded price, adjusted by the same division as the bars, so that it equals their prices bit for bit.</summary>
    public double Adjusted(decimal price) => (double)price / divisor;

    /// <summary>A quantity as it was traded, which need not be a whole number of lots.</summary>
    public static decimal Traded(decimal quantity, AdjustmentFactors? factors) =>
        factors is null ? quantity : Math.Round(quantity / factors._units, QuantityDecimals);
}
