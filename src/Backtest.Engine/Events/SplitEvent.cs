namespace Backtest.Engine;

/// <summary>
/// A split takes effect before a bar's open. Every handler computes from it alone, so that the order in which they receive it changes nothing.
/// </summary>
/// <param name="Time">The start of the bar, UTC.</param>
/// <param name="BarIndex">The index of the bar in its instrument's history, from 0.</param>
/// <param name="Instrument">What was split.</param>
/// <param name="Ratio">Units after for each unit before; above zero.</param>
/// <param name="Price">The last close in units after the split; zero before the first bar.</param>
[Event(Stage.Order)] // what follows from it are cancels, a stage above
public readonly record struct SplitEvent(DateTime Time, long BarIndex, Instrument Instrument, decimal Ratio, decimal Price)
{
    // A ratio such as 1/3 is not an exact decimal; the missing part does not count as part of a unit.
    private const int QuantityDecimals = 8;

    /// <summary>A quantity in units after the split, parts of a lot included.</summary>
    public decimal Units(decimal before) => Math.Round(before * Ratio, QuantityDecimals);

    /// <summary>What is left of a quantity in whole lots: rounded toward zero.</summary>
    public decimal Lots(decimal before)
    {
        decimal lots = Instrument.RoundDownToLot(Math.Abs(Units(before)));
        return before < 0 ? -lots : lots;
    }

    /// <summary>A price, or a distance of prices, in units after the split.</summary>
    public double Rescale(double price) => price / (double)Ratio;
}
