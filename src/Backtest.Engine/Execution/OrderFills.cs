namespace Backtest.Engine;

/// <summary>Fills orders at a price, limited by the volume available and by what the account allows, and charges their costs.</summary>
internal sealed class OrderFills(
    BacktestEngine engine, OrderStates states, Protection protection, BuyingPower buyingPower, Portfolio portfolio, Market market)
{
    /// <summary>The reason of orders that the account does not allow.</summary>
    public const string InsufficientFunds = "insufficient_funds";

    private readonly SizeAtFill _sizes = new(engine.Costs, portfolio);
    private readonly TakenVolume? _taken = engine.Config.Liquidity == LiquidityScope.Order ? null : new TakenVolume(market.Series.Length);

    /// <summary>The number of fills.</summary>
    public int Count { get; private set; }

    /// <summary>Compares the slippage charged with the slippage specified.</summary>
    public SlippageTally Slippage { get; } = new();

    /// <summary>Fills a closing order completely at a settlement price, without slippage or commission.</summary>
    public void Settle(WorkingOrder order, decimal price, DateTime time, in FillBar bar, IExecutionEvents events) =>
        Trade(
            order, order.Remaining, price, price, order.Order.Instrument.Value(order.Remaining, price), commission: 0, time, bar, events);

    /// <summary>Fills an order at a price; NaN means that it does not fill.</summary>
    public void Fill(WorkingOrder order, double price, long time, in FillBar bar, bool ignoresVolume, IExecutionEvents events)
    {
        if (double.IsNaN(price))
            return;
        if (engine.Costs.HaveToStayInBar && !ignoresVolume && LeavesBar(order, (decimal)price, time, bar))
        {
            order.Passed = bar.Place;
            return;
        }

        order.Trigger();
        ref readonly OrderEvent terms = ref order.Order;
        var moment = new DateTime(time, DateTimeKind.Utc);
        if (terms.EquityShare > 0 && !order.HasFilled && !SizeAt((decimal)price, order, moment, bar, events))
            return;
        decimal wanted = order.IsEntry ? order.Remaining : Math.Min(order.Remaining, Closable(order));
        if (wanted == 0)
        {
            states.Cancel(order, OrderCause.Engine, moment, "position_closed", events);
            return;
        }

        decimal quantity = wanted;
        if (!ignoresVolume && engine.Config.VolumeLimit is { } share)
        {
            decimal offered = ((decimal)bar.Volume * share) - (_taken?.Of(terms.Instrument, bar.Place) ?? 0);
            quantity = Math.Min(wanted, terms.Instrument.RoundDownToLot(Math.Max(0, offered)));
            if (quantity == 0 || (quantity < wanted && terms.TimeInForce == TimeInForce.FillOrKill))
                return;
        }

        decimal before = (decimal)price;
        AdjustmentFactors? factors = Factors(terms.Instrument, bar);
        (decimal at, decimal slippage) = Slipped(order, before, quantity, time, bar);

        decimal value = terms.Instrument.Value(quantity, at);
        decimal commission = Commission(order, quantity, value, factors);
        decimal affordable = quantity;
        bool isCut = false;
        if (order.IsEntry)
        {
            affordable = buyingPower.Affordable(order, quantity, at, commission, factors);
            if (affordable == 0)
            {
                states.Reject(order, moment, InsufficientFunds, events);
                return;
            }

            isCut = affordable < quantity;
            if (isCut && terms.TimeInForce == TimeInForce.FillOrKill)
            {
                states.Cancel(order, OrderCause.Engine, moment, InsufficientFunds, events);
                return;
            }

            if (isCut)
            {
                value = terms.Instrument.Value(affordable, at);
                commission = Commission(order, affordable, value, factors);
            }
        }

        if (slippage != 0)
            Slippage.Add(slippage, Math.Abs(at - before), terms.Instrument.PointValue(affordable));
        Trade(order, affordable, before, at, value, commission, moment, bar, events);
        if (isCut && !order.IsDone)
            EndRest(order, at, moment, bar, InsufficientFunds, events);
        else if (order is { IsImmediate: true, IsDone: false })
            EndRest(order, at, moment, bar, BarMatching.NotFilled, events);
    }

    /// <summary>Sizes an entry to the quantity that its share of equity pays for at a price.</summary>
    /// <returns>Whether the quantity is above zero.</returns>
    private bool SizeAt(decimal price, WorkingOrder order, DateTime time, in FillBar bar, IExecutionEvents events)
    {
        (decimal at, _) = Slipped(order, price, order.Remaining, time.Ticks, bar);
        decimal quantity = _sizes.Quantity(order, at, Factors(order.Order.Instrument, bar));
        if (quantity == 0)
        {
            states.Reject(order, time, InsufficientFunds, events);
            return false;
        }

        if (quantity != order.Order.Quantity)
        {
            order.Resize(quantity);
            order.Remaining = quantity;
            OrderStates.Amend(order, OrderCause.Engine, time, "sized_at_fill", events);
            Protection.Resize(order, OrderCause.Engine, time, events);
        }

        return true;
    }

    /// <summary>Whether an entry would close a position that its strategy still holds; the entry then waits until the exit is done.</summary>
    public bool IsOpposed(WorkingOrder entry)
    {
        decimal held = portfolio.Holding(entry.Order.StrategyIndex, entry.Order.Instrument).Quantity;
        return entry.Order.Side == Side.Buy ? held < 0 : held > 0;
    }

    private void Trade(
        WorkingOrder order,
        decimal quantity,
        decimal before,
        decimal at,
        decimal value,
        decimal commission,
        DateTime time,
        in FillBar bar,
        IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        AdjustmentFactors? factors = Factors(terms.Instrument, bar);
        _taken?.Add(terms.Instrument, bar.Place, quantity);
        order.Fill(quantity, AdjustmentFactors.Traded(quantity, factors), value, commission, bar.Place);
        decimal slipped = at;
        Amounts.Subtract(ref slipped, before);
        var fill = new FillEvent(
            ++Count,
            terms.Id,
            time,
            new DateTime(bar.WholeStart, DateTimeKind.Utc),
            bar.Index,
            bar.WholeOpen,
            terms.Instrument,
            terms.StrategyIndex,
            terms.Side,
            quantity,
            at,
            commission,
            terms.Instrument.Value(Math.Abs(slipped), quantity));
        events.Emit(fill);
        if (order.Remaining == 0)
            states.Complete(order, time, events);
        if (order.IsGrouped)
            states.CancelGroup(order, time, events);
        if (order.IsEntry)
        {
            states.Entered(bar.Turn);
            protection.Wake(order, fill, time.Ticks > bar.Start ? bar.Place : BarPlace.None, factors, events);
        }
        else
        {
            Closed(order, fill, bar, events);
        }

        if (order is { IsFollowed: true, Status: OrderStatus.Filled })
            states.Release(order, time, bar, (double)at, factors, events);
    }

    /// <summary>Ends the remainder of an order that filled as far as possible, and activates the orders that waited for it.</summary>
    private void EndRest(WorkingOrder order, decimal price, DateTime time, in FillBar bar, string reason, IExecutionEvents events)
    {
        if (order.IsFollowed)
            states.Release(order, time, bar, (double)price, Factors(order.Order.Instrument, bar), events);
        states.Cancel(order, OrderCause.Engine, time, reason, events);
    }

    private AdjustmentFactors? Factors(Instrument instrument, in FillBar bar) => engine.Adjustments.Of(instrument.Index, bar.Day);

    private void Closed(WorkingOrder order, in FillEvent fill, in FillBar bar, IExecutionEvents events)
    {
        if (fill.Time.Ticks > bar.Start)
        {
            decimal held = fill.Side == Side.Sell ? fill.Quantity : -fill.Quantity;
            buyingPower.Add(new InsideExit(fill.Instrument, held, fill.Price, fill.Commission, bar.Open, bar.End));
        }

        protection.Shrink(order, fill, events);
    }

    /// <summary>The commission of a fill: that of the order so far, less what earlier fills were charged.</summary>
    private decimal Commission(WorkingOrder order, decimal quantity, decimal value, AdjustmentFactors? factors)
    {
        decimal traded = AdjustmentFactors.Traded(quantity, factors);
        return order.HasFilled
            ? engine.Costs.Commission(order.TradedQuantity + traded, order.Traded + value, order.IsMaker) - order.Charged
            : engine.Costs.Commission(traded, value, order.IsMaker);
    }

    /// <summary>The fill price of an order, and the slippage per unit before rounding.</summary>
    private (decimal Price, decimal Lost) Slipped(WorkingOrder order, decimal price, decimal quantity, long time, in FillBar bar)
    {
        if (!engine.Costs.HasSlippage || !engine.Costs.Slips(order, IsAtOpen(order, price, time, bar)))
            return (price, 0);
        SlippageTerms slipping = Slipping(order, price, quantity, bar);
        decimal lost = engine.Costs.Slippage(slipping);
        return lost == 0 ? (price, 0) : (engine.Costs.Slip(slipping, lost, order.Order.LimitPrice, Factors(order.Order.Instrument, bar)), lost);
    }

    /// <summary>Whether an order fills at the open. If the matching treats a bar as one sequence, its price decides.</summary>
    private static bool IsAtOpen(WorkingOrder order, decimal price, long time, in FillBar bar) => time == bar.Start
        || (!OrderTypes.IsOnClose(order.Order.Type) && order.Turn != bar.Turn
            && price == (decimal)order.Met.Price && price == (decimal)bar.For(order.Order.Side).Open);

    /// <summary>Whether slippage on all that remains of an order moves the price out of the range of its bar.</summary>
    private bool LeavesBar(WorkingOrder order, decimal price, long time, in FillBar bar)
    {
        (decimal at, decimal lost) = Slipped(order, price, order.Remaining, time, bar);
        return lost != 0 && (order.Order.Side == Side.Buy ? at > (decimal)bar.Prices.High : at < (decimal)bar.Prices.Low);
    }

    private SlippageTerms Slipping(WorkingOrder order, decimal price, decimal quantity, in FillBar bar)
    {
        Instrument instrument = order.Order.Instrument;
        (double volume, double volatility) = market.Sessions?.Before(instrument.Index, bar.Index) ?? (double.NaN, double.NaN);
        return new SlippageTerms
        {
            Instrument = instrument,
            Side = order.Order.Side,
            Price = price,
            Quantity = quantity,
            Bar = bar.Prices,
            Spread = bar.Spread,
            SessionVolume = volume,
            SessionVolatility = volatility,
        };
    }

    private decimal Closable(WorkingOrder order)
    {
        decimal held = portfolio.Holding(order.Order.StrategyIndex, order.Order.Instrument).Quantity;
        if (order.Order.Side == Side.Sell)
            return held > 0 ? held : 0;
        return held < 0 ? -held : 0;
    }
}
