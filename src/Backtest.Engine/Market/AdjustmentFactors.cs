namespace Backtest.Engine;

/// <summary>How prices and quantities of a day compare with those that were traded on it; where there are none, they are the same.</summary>
/// <param name="divisor">What traded prices were divided by.</param>
/// <param name="units">What traded quantities were multiplied by.</param>
internal sealed class AdjustmentFactors(double divisor, double units)
{
    // 100 units for three before are no decimal: what it is short by is no part of a unit.
    private const int QuantityDecimals = 8;

    private readonly decimal _units = (decimal)units;

    /// <summary>
    /// A price as it was traded. One that was on a tick is on it again: what the factor blurred lies beyond the fifteenth digit, which is the
    /// last that a double becomes a decimal with.
    /// </summary>
    public decimal Traded(double price) => (decimal)(price * divisor);

    /// <summary>A traded price, adjusted by the division the bars were, so that it equals one of theirs bit for bit.</summary>
    public double Adjusted(decimal price) => (double)price / divisor;

    /// <summary>A quantity as it was traded, which may be no whole lot.</summary>
    public static decimal Traded(decimal quantity, AdjustmentFactors? factors) =>
        factors is null ? quantity : Math.Round(quantity / factors._units, QuantityDecimals);
}
