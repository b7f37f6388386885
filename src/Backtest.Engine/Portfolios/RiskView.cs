using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>A portfolio as its risk manager sees it.</summary>
internal sealed class RiskView(
    Portfolio portfolio, Market market, WorkingOrders working, RegimeFeed regimes, BacktestEngine engine, double[] barsPerYear,
    IReadOnlyList<string> strategies) : PortfolioView
{
    // Reused, so that queries do not allocate.
    private readonly List<OrderEvent> _resting = [];
    private readonly List<OrderEvent> _protective = [];
    private readonly List<StrategyPosition> _positions = [];

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
            // Merges held and resting instruments in the order of symbols: of hundreds of instruments, few may be either.
            double gross = 0;
            ReadOnlySpan<int> held = portfolio.HeldIndices;
            ReadOnlySpan<int> resting = working.Listed;
            while (!held.IsEmpty || !resting.IsEmpty)
            {
                int next = Math.Min(held.IsEmpty ? int.MaxValue : held[0], resting.IsEmpty ? int.MaxValue : resting[0]);
                gross += NotionalWithEntries(market.Series[next].Instrument);
                held = !held.IsEmpty && held[0] == next ? held[1..] : held;
                resting = !resting.IsEmpty && resting[0] == next ? resting[1..] : resting;
            }

            return gross;
        }
    }

    private double NotionalWithEntries(Instrument instrument)
    {
        decimal quantity = portfolio.Quantity(instrument) + RestingEntries(instrument) + RestingExits(instrument);
        return quantity == 0 ? 0 : (double)(Math.Abs(quantity) * instrument.Multiplier) * market.Close(instrument.Index);
    }

    public override ReadOnlySpan<Instrument> Held => portfolio.Held;

    public override decimal Quantity(Instrument instrument) => portfolio.Quantity(instrument);

    public override decimal RestingEntries(Instrument instrument) => working.RestingQuantity(instrument, PositionEffect.Open);

    public override decimal RestingExits(Instrument instrument) => working.RestingQuantity(instrument, PositionEffect.Close);

    public override ReadOnlySpan<OrderEvent> RestingOrders()
    {
        _resting.Clear();
        foreach (int instrument in working.Listed)
        {
            foreach (WorkingOrder order in working.Of(instrument))
            {
                if (order is { IsDone: false, IsProtection: false })
                    _resting.Add(order.Order with { Quantity = order.Remaining });
            }
        }

        return CollectionsMarshal.AsSpan(_resting);
    }

    public override ReadOnlySpan<OrderEvent> ProtectiveOrders()
    {
        _protective.Clear();
        foreach (int instrument in working.Listed)
        {
            foreach (WorkingOrder order in working.Of(instrument))
            {
                if (order is { IsDone: false, IsProtection: true })
                    _protective.Add(order.Shown);
            }
        }

        return CollectionsMarshal.AsSpan(_protective);
    }

    public override IReadOnlyList<string> Strategies => strategies;

    public override ReadOnlySpan<StrategyPosition> Positions()
    {
        _positions.Clear();
        foreach (Holding holding in portfolio.Open)
            _positions.Add(new StrategyPosition(holding.Strategy, holding.Instrument, portfolio.PositionOf(holding)));
        return CollectionsMarshal.AsSpan(_positions);
    }

    public override Position Position(int strategyIndex, Instrument instrument)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(strategyIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(strategyIndex, strategies.Count);
        return portfolio.PositionOf(portfolio.Holding(strategyIndex, instrument));
    }

    public override ReadOnlySpan<ClosedTrade> Trades => portfolio.ClosedTrades;

    public override double BarsPerYear(Instrument instrument) => barsPerYear[instrument.Index];

    public override double Close(Instrument instrument) => market.Close(instrument.Index);

    public override string? Regime(Instrument instrument) => regimes.Current(instrument);

    public override decimal Commission(Instrument instrument, decimal quantity, decimal price) =>
        engine.Costs.Commission(
            AdjustmentFactors.Traded(quantity, engine.Adjustments.Of(instrument.Index, market.LastDay(instrument.Index))),
            instrument.Value(quantity, price),
            isMaker: false);
}
