using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>A portfolio as its risk manager sees it.</summary>
internal sealed class RiskView(
    Portfolio portfolio, Market market, WorkingOrders working, RegimeFeed regimes, BacktestEngine engine, double[] barsPerYear) : PortfolioView
{
    private readonly List<OrderEvent> _resting = []; // used again, so that asking costs no allocation

    public override DateTime Time => new(market.Time, DateTimeKind.Utc);

    public override int Day => market.Day;

    public override bool HasBars => market.HasBars;

    public override decimal Capital => portfolio.Capital;

    public override double Equity => portfolio.Equity;

    public override decimal ExactEquity => portfolio.ExactEquity();

    public override double GrossNotional => portfolio.GrossNotional;

    public override double GrossNotionalWithEntries
    {
        get
        {
            double gross = 0;
            for (int i = 0; i < market.Series.Length; i++)
            {
                Instrument instrument = market.Series[i].Instrument;
                decimal quantity = portfolio.Quantity(instrument) + RestingEntries(instrument) + RestingExits(instrument);
                if (quantity != 0)
                    gross += (double)(Math.Abs(quantity) * instrument.Multiplier) * market.Close(i);
            }

            return gross;
        }
    }

    public override ReadOnlySpan<Instrument> Held => portfolio.Held;

    public override decimal Quantity(Instrument instrument) => portfolio.Quantity(instrument);

    public override decimal RestingEntries(Instrument instrument) => working.RestingQuantity(instrument, PositionEffect.Open);

    public override decimal RestingExits(Instrument instrument) => working.RestingQuantity(instrument, PositionEffect.Close);

    public override ReadOnlySpan<OrderEvent> RestingOrders()
    {
        _resting.Clear();
        for (int i = 0; working.Count > 0 && i < working.Instruments; i++)
        {
            foreach (WorkingOrder order in working.Of(i))
            {
                if (order is { IsDone: false, IsProtective: false })
                    _resting.Add(order.Order with { Quantity = order.Remaining });
            }
        }

        return CollectionsMarshal.AsSpan(_resting);
    }

    public override double BarsPerYear(Instrument instrument) => barsPerYear[instrument.Index];

    public override double Close(Instrument instrument) => market.Close(instrument.Index);

    public override string? Regime(Instrument instrument) => regimes.Current(instrument);

    public override decimal Commission(Instrument instrument, decimal quantity, decimal price) =>
        engine.Costs.Commission(
            AdjustmentFactors.Traded(quantity, engine.Adjustments.Of(instrument.Index, market.LastDay(instrument.Index))),
            instrument.Value(quantity, price));
}
