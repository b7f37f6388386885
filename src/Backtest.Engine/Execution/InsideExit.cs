namespace Backtest.Engine;

/// <summary>An exit that filled inside its bar, at a time nobody knows: its money serves only entries the bar proves to be later.</summary>
/// <param name="Instrument">What was closed.</param>
/// <param name="Quantity">What was held before and is no longer; below zero short.</param>
/// <param name="Price">The price of the fill.</param>
/// <param name="Commission">What the fill cost, in money.</param>
/// <param name="Open">The open of the bar.</param>
/// <param name="End">The end of the bar, UTC ticks.</param>
internal readonly record struct InsideExit(Instrument Instrument, decimal Quantity, decimal Price, decimal Commission, double Open, long End)
{
    /// <summary>
    /// Whether the bar proves that the exit came ahead of an entry: the price comes from the open, and passes the exit on its way to the entry.
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
