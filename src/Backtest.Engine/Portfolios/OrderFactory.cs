using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Writes orders, protective ones included, and sends them on.</summary>
internal sealed class OrderFactory(
    EventCounters counters, Portfolio portfolio, WorkingOrders working, Market market, AdjustmentSchedule adjustments)
{
    private DateTime Time => new(market.Time, DateTimeKind.Utc);

    /// <summary>Sends the order of an entry, with its protection, dormant until it fills.</summary>
    public void Enter(
        in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold, IOrderEvents orders)
    {
        EntryTerms terms = signal.Entry;
        Instrument instrument = signal.Instrument;
        Side side = signal.Direction == Direction.Long ? Side.Buy : Side.Sell;
        AdjustmentFactors? factors = instrument.TickSize is null ? null : adjustments.Of(instrument.Index, market.LastDay(instrument.Index));
        var entry = new OrderEvent
        {
            Id = counters.NextOrder(),
            SignalId = signal.Id,
            Time = Time,
            Instrument = instrument,
            StrategyIndex = signal.StrategyIndex,
            Type = terms.Type,
            Side = side,
            PositionEffect = PositionEffect.Open,
            Quantity = quantity,
            LimitPrice = Ticks.Limit(terms.Limit ?? double.NaN, side, instrument, factors),
            StopPrice = Ticks.Stop(terms.Stop ?? Trailing(terms, side, market.Close(instrument.Index)), side, instrument, factors),
            Distance = terms.Trail ?? double.NaN,
            TimeInForce = terms.TimeInForce,
            GoodUntil = terms.GoodUntil?.DayNumber ?? 0,
            Group = terms.OneCancelsOther.Number > 0 ? terms.OneCancelsOther.Number : signal.Handle.Number,
            IsGrouped = terms.OneCancelsOther.Number > 0,
            RiskLimit = riskLimit,
            Measured = measured,
            Threshold = threshold,
            Reason = signal.Reason,
        };
        orders.Emit(entry);
        if (terms.IsProtected)
            Protect(entry, terms, factors, orders);
    }

    /// <summary>Sends the order of a strategy that wants out; never more than what no other exit is closing already.</summary>
    /// <returns>Why there is nothing to close; <see langword="null"/>: there is, and the order is sent.</returns>
    public string? Exit(in SignalEvent signal, IOrderEvents orders)
    {
        decimal open = Open(signal.StrategyIndex, signal.Instrument);
        decimal wanted = signal.Strength >= 1 ? open : signal.Instrument.RoundDownToLot(open * Exactly(signal.Strength));
        if (open > 0 && wanted == 0)
            return VetoReason.BelowLot;
        return Close(signal.StrategyIndex, signal.Instrument, wanted, signal.Id, signal.Reason, orders) ? null : VetoReason.NothingToExit;
    }

    /// <summary>Sends an order no strategy asked for, which closes at least this fraction of what a strategy holds, in whole lots.</summary>
    public void Reduce(int strategy, Instrument instrument, double fraction, string reason, IOrderEvents orders)
    {
        decimal open = Open(strategy, instrument);
        decimal wanted = fraction >= 1 ? open : Math.Min(open, instrument.RoundUpToLot(open * Exactly(fraction)));
        Close(strategy, instrument, wanted, signal: 0, reason, orders);
    }

    /// <summary>Sends orders no strategy asked for, which close all that strategies hold and no other exit is closing already.</summary>
    public void CloseAll(string reason, IOrderEvents orders)
    {
        for (int strategy = 0; strategy < portfolio.Strategies; strategy++)
        {
            foreach (BarSeries series in market.Series)
                Reduce(strategy, series.Instrument, fraction: 1, reason, orders);
        }
    }

    /// <summary>Sends an order no strategy asked for, which closes so many of a position, and no more than no other exit is closing.</summary>
    public void Close(Holding holding, decimal quantity, string reason, IOrderEvents orders) =>
        Close(holding.Strategy, holding.Instrument, quantity, signal: 0, reason, orders);

    private bool Close(int strategy, Instrument instrument, decimal wanted, int signal, string? reason, IOrderEvents orders)
    {
        Holding holding = portfolio.Holding(strategy, instrument);
        decimal quantity = Math.Min(wanted, working.Staying(strategy, instrument, holding.Quantity));
        if (quantity <= 0)
            return false;
        orders.Emit(ClosingOrder.Of(counters.NextOrder(), signal, Time, holding, quantity, reason));
        return true;
    }

    private decimal Open(int strategy, Instrument instrument) => Math.Abs(portfolio.Holding(strategy, instrument).Quantity);

    /// <summary>A fraction with all its digits: the plain conversion keeps fifteen.</summary>
    private static decimal Exactly(double fraction)
    {
        decimal nearly = (decimal)fraction;
        return nearly + (decimal)(fraction - (double)nearly);
    }

    /// <summary>Where a trailing stop begins; not a number: the entry is none.</summary>
    private static double Trailing(in EntryTerms terms, Side side, double close) =>
        terms.Trail is { } distance ? side == Side.Buy ? close + distance : close - distance : double.NaN;

    private void Protect(in OrderEvent entry, in EntryTerms terms, AdjustmentFactors? factors, IOrderEvents orders)
    {
        // Stops go ahead of targets, so that the stop fills where both could.
        if (terms.StopLoss is { } stop)
            orders.Emit(Protective(entry, OrderType.Stop, stop, factors, "stop_loss"));
        if (terms.TrailingStop is { } distance)
            orders.Emit(Protective(entry, OrderType.TrailingStop, PriceLevel.Offset(distance), factors, "trailing_stop"));
        if (terms.TakeProfit is { } target)
            orders.Emit(Protective(entry, OrderType.Limit, target, factors, "take_profit"));
    }

    private OrderEvent Protective(
        in OrderEvent entry, OrderType type, PriceLevel level, AdjustmentFactors? factors, string reason)
    {
        Side side = entry.Side == Side.Buy ? Side.Sell : Side.Buy;
        bool isLimit = type == OrderType.Limit;
        double price = level.IsDistance ? double.NaN
            : isLimit ? Ticks.Limit(level.Value, side, entry.Instrument, factors)
            : Ticks.Stop(level.Value, side, entry.Instrument, factors);
        return new OrderEvent
        {
            Id = counters.NextOrder(),
            SignalId = entry.SignalId,
            ParentId = entry.Id,
            Time = entry.Time,
            Instrument = entry.Instrument,
            StrategyIndex = entry.StrategyIndex,
            Type = type,
            Side = side,
            PositionEffect = PositionEffect.Close,
            Quantity = entry.Quantity,
            LimitPrice = isLimit ? price : double.NaN,
            StopPrice = isLimit ? double.NaN : price,
            Distance = level.IsDistance ? level.Value : double.NaN,
            Measured = double.NaN,
            Threshold = double.NaN,
            Reason = reason,
        };
    }
}
