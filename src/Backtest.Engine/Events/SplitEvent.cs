namespace Backtest.Engine;

/// <summary>
/// A split takes effect before a bar's open. Every handler computes its changes from this event alone, so the order in which handlers receive it does
/// not matter.
/// </summary>
/// <param name="Time">The start of the bar, UTC.</param>
/// <param name="BarIndex">The index of the bar in its instrument's history, from 0.</param>
/// <param name="Instrument">The instrument that was split.</param>
/// <param name="Ratio">Units after for each unit before; above zero.</param>
/// <param name="Price">The last close in units after the split; zero before the first bar.</param>
[Event(Stage.Order)] // the cancels that follow from it are a stage above
public readonly record struct SplitEvent(DateTime Time, long BarIndex, Instrument Instrument, decimal Ratio, decimal Price)
{
    // A ratio such as 1/3 is not an exact decimal; the missing part must not count as part of a unit.
    private const int QuantityDecimals = 8;

    /// <summary>A quantity in units after the split, including parts of a lot.</summary>
    public decimal Units(decimal before) => Math.Round(before * Ratio, QuantityDecimals);

    /// <summary>The part of a quantity that remains in whole lots, in units after the split, rounded toward zero.</summary>
    public decimal Lots(decimal before)
    {
        decimal lots = Instrument.RoundDownToLot(Math.Abs(Units(before)));
        return before < 0 ? -lots : lots;
    }

    /// <summary>A price, or a distance between prices, in units after the split.</summary>
    public double Rescale(double price) => price / (double)Ratio;
}
