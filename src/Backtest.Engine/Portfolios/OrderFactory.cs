using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Creates and emits orders, including protective ones.</summary>
internal sealed class OrderFactory(
    EventCounters counters, Portfolio portfolio, WorkingOrders working, Market market, AdjustmentSchedule adjustments)
{
    private DateTime Time => new(market.Time, DateTimeKind.Utc);

    /// <summary>Emits the order of an entry, with its protection, which is dormant until the entry fills.</summary>
    /// <returns>Why no order was emitted; <see langword="null"/> if one was.</returns>
    public string? Enter(
        in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold, IOrderEvents orders,
        decimal equityShare = 0)
    {
        EntryTerms terms = signal.Entry;
        Instrument instrument = signal.Instrument;
        int after = 0;
        if (terms.After.Number > 0)
        {
            if (working.Of(signal.StrategyIndex, instrument, terms.After.Number) is not { } first)
                return VetoReason.NothingToFollow;
            after = first.Order.Id;
        }

        Side side = signal.Direction == Direction.Long ? Side.Buy : Side.Sell;
        AdjustmentFactors? factors = Factors(instrument);
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
            EquityShare = equityShare,
            Handle = signal.Handle.Number,
            LimitPrice = double.NaN,
            StopPrice = double.NaN,
            Distance = double.NaN,
            Group = terms.OneCancelsOther.Number > 0 ? terms.OneCancelsOther.Number : signal.Handle.Number,
            IsGrouped = terms.OneCancelsOther.Number > 0,
            AfterId = after,
            RiskLimit = riskLimit,
            Measured = measured,
            Threshold = threshold,
            Reason = signal.Reason,
        };
        entry = Priced(entry, terms, factors);
        orders.Emit(entry);
        if (terms.IsProtected)
            Protect(entry, terms, factors, orders);
        return null;
    }

    /// <summary>Emits the order of an exit signal, for no more than the quantity that no other exit is already closing.</summary>
    /// <returns>Why there is nothing to close; <see langword="null"/> if the order was emitted.</returns>
    public string? Exit(in SignalEvent signal, IOrderEvents orders)
    {
        decimal open = Open(signal.StrategyIndex, signal.Instrument);
        decimal wanted = signal.Strength >= 1 ? open : signal.Instrument.RoundDownToLot(open * Exactly(signal.Strength));
        if (open > 0 && wanted == 0)
            return VetoReason.BelowLot;
        return Close(signal, wanted, orders) ? null : VetoReason.NothingToExit;
    }

    /// <summary>Emits an order that closes at most the given quantity of a strategy's position.</summary>
    /// <returns>Whether there is anything to close.</returns>
    public bool Close(in SignalEvent signal, decimal wanted, IOrderEvents orders)
    {
        Holding holding = portfolio.Holding(signal.StrategyIndex, signal.Instrument);
        decimal quantity = Math.Min(wanted, working.Staying(signal.StrategyIndex, signal.Instrument, holding.Quantity));
        if (quantity <= 0)
            return false;
        OrderEvent order = ClosingOrder.Of(counters.NextOrder(), signal.Id, Time, holding, quantity, signal.Reason) with
        {
            Handle = signal.Handle.Number,
            Type = signal.Entry.Type,
        };
        orders.Emit(Priced(order, signal.Entry, Factors(signal.Instrument)));
        return true;
    }

    /// <summary>Emits an order that no strategy requested, which closes at least this fraction of a strategy's position, in whole lots.</summary>
    public void Reduce(int strategy, Instrument instrument, double fraction, string reason, IOrderEvents orders)
    {
        decimal open = Open(strategy, instrument);
        decimal wanted = fraction >= 1 ? open : Math.Min(open, instrument.RoundUpToLot(open * Exactly(fraction)));
        Close(portfolio.Holding(strategy, instrument), wanted, reason, orders);
    }

    /// <summary>Emits orders that no strategy requested, which close all positions as far as no other exit is already closing them.</summary>
    public void CloseAll(string reason, IOrderEvents orders)
    {
        for (int strategy = 0; strategy < portfolio.Strategies; strategy++)
        {
            foreach (BarSeries series in market.Series)
                Reduce(strategy, series.Instrument, fraction: 1, reason, orders);
        }
    }

    /// <summary>
    /// Emits an order that no strategy requested, which closes a quantity of a position, but no more than is not already being closed by other exits.
    /// </summary>
    public void Close(Holding holding, decimal wanted, string reason, IOrderEvents orders)
    {
        decimal quantity = Math.Min(wanted, working.Staying(holding.Strategy, holding.Instrument, holding.Quantity));
        if (quantity > 0)
            orders.Emit(ClosingOrder.Of(counters.NextOrder(), signal: 0, Time, holding, quantity, reason));
    }

    /// <summary>Emits an order that no strategy requested, which adds a quantity to a position at the market.</summary>
    public void Enlarge(Holding holding, decimal quantity, string reason, IOrderEvents orders) =>
        orders.Emit(ClosingOrder.Of(counters.NextOrder(), signal: 0, Time, holding, quantity, reason) with
        {
            Side = holding.Quantity > 0 ? Side.Buy : Side.Sell,
            PositionEffect = PositionEffect.Open,
        });

    private decimal Open(int strategy, Instrument instrument) => Math.Abs(portfolio.Holding(strategy, instrument).Quantity);

    /// <summary>A fraction as a decimal with all its digits: the direct conversion keeps only fifteen.</summary>
    private static decimal Exactly(double fraction)
    {
        decimal nearly = (decimal)fraction;
        return nearly + (decimal)(fraction - (double)nearly);
    }

    private AdjustmentFactors? Factors(Instrument instrument) =>
        instrument.TickSize is null ? null : adjustments.Of(instrument.Index, market.LastDay(instrument.Index));

    /// <summary>An order with the prices and the time in force of its terms.</summary>
    private OrderEvent Priced(in OrderEvent order, in EntryTerms terms, AdjustmentFactors? factors)
    {
        if (terms is { Type: OrderType.Market, TimeInForce: TimeInForce.GoodTillCanceled })
            return order;
        (Side side, Instrument instrument) = (order.Side, order.Instrument);
        OrderEvent priced = order with
        {
            LimitPrice = Ticks.Limit(terms.Limit ?? double.NaN, side, instrument, factors),
            StopPrice = OrderTypes.Waking(terms.Stop ?? terms.Touch ?? double.NaN, terms.Type, side, instrument, factors),
            Distance = terms.Trail ?? terms.TrailFraction ?? double.NaN,
            TimeInForce = terms.TimeInForce,
            GoodUntil = terms.GoodUntil?.DayNumber ?? 0,
        };
        if (terms.Type != OrderType.TrailingStop)
            return priced;
        priced = priced with { IsDistanceFraction = terms.TrailFraction is not null, Activation = terms.Touch ?? 0 };
        double close = market.Close(instrument.Index);
        return priced with { StopPrice = TrailingStops.StopFor(priced, close, close, factors) };
    }

    /// <summary>Emits protection that an amendment adds to an entry.</summary>
    public void Protect(in SignalEvent signal, in OrderEvent entry, OrderType type, PriceLevel level, IOrderEvents orders) =>
        orders.Emit(Protective(entry, type, level, Factors(entry.Instrument), ReasonOf(type)) with
        {
            SignalId = signal.Id,
            Time = Time,
            IsAddedProtection = true,
        });

    /// <summary>Emits protection that an amendment adds to the part of a position that the protection of entries does not cover.</summary>
    public void Protect(in SignalEvent signal, Holding holding, OrderType type, PriceLevel level, IOrderEvents orders)
    {
        (Instrument instrument, AdjustmentFactors? factors) = (holding.Instrument, Factors(holding.Instrument));
        decimal quantity = Math.Abs(holding.Quantity) - working.ProtectedByEntries(holding.Strategy, instrument);
        if (quantity <= 0)
            quantity = Math.Abs(holding.Quantity);
        OrderEvent order = ClosingOrder.Of(counters.NextOrder(), signal.Id, Time, holding, quantity, ReasonOf(type)) with
        {
            Handle = signal.RefersTo.Number,
            Type = type,
            IsAddedProtection = true,
        };
        if (type == OrderType.TrailingStop)
        {
            double close = market.Close(instrument.Index);
            order = order with { Distance = level.Value };
            orders.Emit(order with { StopPrice = TrailingStops.StopFor(order, close, close, factors) });
            return;
        }

        double price = level.IsDistance ? FromAverage(holding, type, level.Value) : level.Value;
        orders.Emit(type == OrderType.Limit
            ? order with { LimitPrice = Ticks.Limit(price, order.Side, instrument, factors) }
            : order with { StopPrice = Ticks.Stop(price, order.Side, instrument, factors) });
    }

    /// <summary>A price at a distance from the average price of a position: ahead of it for a target, behind it for a stop.</summary>
    public static double FromAverage(Holding holding, OrderType type, double distance) =>
        (double)holding.AveragePrice + (holding.Quantity > 0 == (type == OrderType.Limit) ? distance : -distance);

    private static string ReasonOf(OrderType type) =>
        type switch { OrderType.Limit => "take_profit", OrderType.TrailingStop => "trailing_stop", _ => "stop_loss" };

    private void Protect(in OrderEvent entry, in EntryTerms terms, AdjustmentFactors? factors, IOrderEvents orders)
    {
        // Stops are placed before targets, so that the stop fills if both could.
        if (terms.StopLoss is { } stop)
            orders.Emit(Protective(entry, OrderType.Stop, stop, factors, "stop_loss"));
        if ((terms.TrailingStop ?? terms.TrailingStopFraction) is { } distance)
            orders.Emit(Trailing(entry, distance, terms, factors));
        if (terms.Plan?.BreakEvenAt is { } level)
        {
            orders.Emit(Following(entry, level, factors) with { Step = double.PositiveInfinity, Reason = "break_even" });
        }

        if (terms.TakeProfit is { } target)
            orders.Emit(Protective(entry, OrderType.Limit, target, factors, "take_profit"));
        if (terms.Plan is not { } plan)
            return;
        double share = 0;
        foreach (ProfitTarget part in plan.Targets)
        {
            decimal quantity = EntryParts.Of(entry.Instrument, share, share += part.Fraction, entry.Quantity);
            orders.Emit(Protective(entry, OrderType.Limit, part.Level, factors, "take_profit") with
            {
                Fraction = part.Fraction,
                Quantity = Math.Max(quantity, entry.Instrument.LotSize), // less than a lot is canceled for that reason once its entry fills
            });
        }
    }

    private OrderEvent Trailing(in OrderEvent entry, double distance, in EntryTerms terms, AdjustmentFactors? factors)
    {
        OrderEvent order = terms.Plan?.TrailingFrom is { } from
            ? Following(entry, from, factors) with { Distance = distance }
            : Protective(entry, OrderType.TrailingStop, PriceLevel.Offset(distance), factors, "trailing_stop");
        return order with { IsDistanceFraction = terms.TrailingStopFraction is not null, Step = terms.Plan?.TrailingStep ?? 0 };
    }

    /// <summary>A trailing stop that is activated when the market reaches a level.</summary>
    private OrderEvent Following(in OrderEvent entry, PriceLevel level, AdjustmentFactors? factors) =>
        Protective(entry, OrderType.TrailingStop, PriceLevel.Offset(level.Value), factors, "trailing_stop") with
        {
            Activation = level.Value,
            IsActivationDistance = level.IsDistance,
        };

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
            Handle = entry.Handle,
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
