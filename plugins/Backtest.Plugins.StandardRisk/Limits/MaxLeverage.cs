namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// A limit on gross notional over equity, checked every turn: entries are cut to it, and positions that outgrow it are reduced to it.
/// </summary>
[Variant("max_leverage", Description = "Gross notional over equity, checked every bar: entries and positions are cut to it.")]
public sealed record MaxLeverage : RiskLimit
{
    /// <summary>The maximum gross notional, as a fraction of equity.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The maximum gross notional, as a fraction of equity.")]
    public required decimal Value { get; init; }

    internal override string Name => "max_leverage";

    internal override double Threshold => (double)Value;

    internal override decimal Room(in EntryRequest entry, decimal wanted) => entry.ExposureRoom(Value);

    internal override double Measured(in EntryRequest entry, decimal wanted) => entry.Exposure(wanted);

    /// <summary>Whether a gross notional exceeds the limit.</summary>
    internal bool IsBeyond(double gross, double equity) => gross > Threshold * equity;

    /// <summary>
    /// Reduces every position by the same fraction if the gross notional, without the quantities that resting exits close, exceeds the limit.
    /// </summary>
    internal void CutBack(PortfolioView portfolio, IOrders orders)
    {
        double gross = 0;
        foreach (Instrument instrument in portfolio.Held)
        {
            decimal staying = Math.Abs(portfolio.Quantity(instrument) + portfolio.RestingExits(instrument));
            gross += (double)(staying * instrument.Multiplier) * portfolio.Close(instrument);
        }

        if (!IsBeyond(gross, portfolio.Equity))
            return;
        double fraction = Math.Min(1, 1 - Threshold * portfolio.Equity / gross);
        foreach (Instrument instrument in portfolio.Held)
            orders.Reduce(instrument, fraction, Name);
    }
}
