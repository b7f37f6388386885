namespace Backtest.Engine;

/// <summary>An exit that filled inside its bar, at an unknown time: its money pays only for entries that the bar proves to be later.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Quantity">The quantity that the exit closed; below zero for a short.</param>
/// <param name="Price">The price of the fill.</param>
/// <param name="Commission">The commission of the fill, in money.</param>
/// <param name="Open">The open of the bar.</param>
/// <param name="End">The end of the bar, UTC ticks.</param>
internal readonly record struct InsideExit(Instrument Instrument, decimal Quantity, decimal Price, decimal Commission, double Open, long End)
{
    /// <summary>
    /// Whether the bar proves that the exit came before an entry: the price starts at the open and passes the exit on its way to the entry.
    /// </summary>
    public bool IsProvenBefore(Instrument instrument, decimal price)
    {
        if (instrument.Index != Instrument.Index)
            return false;
        double entry = (double)price;
        double exit = (double)Price;
        return entry >= Open ? exit >= Open && exit <= entry : exit <= Open && exit >= entry;
    }
}
