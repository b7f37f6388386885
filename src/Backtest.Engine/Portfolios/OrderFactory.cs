namespace Backtest.Engine;

/// <summary>Writes orders, protective ones included, and sends them on.</summary>
internal sealed class OrderFactory(EventCounters counters, Portfolio portfolio, WorkingOrders working, Market market)
{
    private DateTime Time => new(market.Time, DateTimeKind.Utc);

    /// <summary>Sends the order of an entry, with its protection, dormant until it fills.</summary>
    public void Enter(
        in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold, IOrderEvents orders)
    {
        EntryTerms terms = signal.Entry;
        Instrument instrument = signal.Instrument;
        var entry = new OrderEvent
        {
            Id = counters.NextOrder(),
            SignalId = signal.Id,
            Time = Time,
            Instrument = instrument,
            StrategyIndex = signal.StrategyIndex,
            Type = terms.Type,
            Side = signal.Direction == Direction.Long ? Side.Buy : Side.Sell,
            PositionEffect = PositionEffect.Open,
            Quantity = quantity,
            LimitPrice = Ticks.Round(terms.Limit ?? double.NaN, instrument),
            StopPrice = Ticks.Round(terms.Stop ?? double.NaN, instrument),
            Distance = double.NaN,
            TimeInForce = terms.TimeInForce,
            RiskLimit = riskLimit,
            Measured = measured,
            Threshold = threshold,
            Reason = signal.Reason,
        };
        orders.Emit(entry);
        if (terms.IsProtected)
            Protect(entry, terms, orders);
    }

    /// <summary>Sends an order that closes; never more than what no other exit is closing already.</summary>
    /// <returns>Whether there was anything to close.</returns>
    public bool Exit(int strategy, Instrument instrument, double fraction, int signal, string? reason, IOrderEvents orders)
    {
        if (!TryExit(strategy, instrument, fraction, signal, reason, out OrderEvent exit))
            return false;
        orders.Emit(exit);
        return true;
    }

    /// <summary>Writes an order that closes; never more than what no other exit is closing already.</summary>
    /// <returns>Whether there is anything to close.</returns>
    public bool TryExit(int strategy, Instrument instrument, double fraction, int signal, string? reason, out OrderEvent exit)
    {
        decimal held = portfolio.Holding(strategy, instrument).Quantity;
        decimal open = Math.Abs(held);
        decimal wanted = fraction >= 1 ? open : Ticks.RoundDown(open * (decimal)fraction, instrument);
        decimal quantity = Math.Min(wanted, open - working.Exiting(strategy, instrument));
        exit = quantity > 0 ? Close(strategy, instrument, quantity, signal, reason) : default;
        return quantity > 0;
    }

    /// <summary>An order that closes so much of what a strategy holds.</summary>
    public OrderEvent Close(int strategy, Instrument instrument, decimal quantity, int signal, string? reason) => new()
    {
        Id = counters.NextOrder(),
        SignalId = signal,
        Time = Time,
        Instrument = instrument,
        StrategyIndex = strategy,
        Type = OrderType.Market,
        Side = portfolio.Holding(strategy, instrument).Quantity > 0 ? Side.Sell : Side.Buy,
        PositionEffect = PositionEffect.Close,
        Quantity = quantity,
        LimitPrice = double.NaN,
        StopPrice = double.NaN,
        Distance = double.NaN,
        Measured = double.NaN,
        Threshold = double.NaN,
        Reason = reason,
    };

    private void Protect(in OrderEvent entry, in EntryTerms terms, IOrderEvents orders)
    {
        // Stops go ahead of targets, so that the stop fills where both could.
        if (terms.StopLoss is { } stop)
            orders.Emit(Protective(entry, OrderType.Stop, stop, "stop_loss"));
        if (terms.TrailingStop is { } distance)
            orders.Emit(Protective(entry, OrderType.TrailingStop, PriceLevel.Offset(distance), "trailing_stop"));
        if (terms.TakeProfit is { } target)
            orders.Emit(Protective(entry, OrderType.Limit, target, "take_profit"));
    }

    private OrderEvent Protective(in OrderEvent entry, OrderType type, PriceLevel level, string reason)
    {
        double price = level.IsDistance ? double.NaN : Ticks.Round(level.Value, entry.Instrument);
        bool isLimit = type == OrderType.Limit;
        return new OrderEvent
        {
            Id = counters.NextOrder(),
            SignalId = entry.SignalId,
            ParentId = entry.Id,
            Time = entry.Time,
            Instrument = entry.Instrument,
            StrategyIndex = entry.StrategyIndex,
            Type = type,
            Side = entry.Side == Side.Buy ? Side.Sell : Side.Buy,
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
