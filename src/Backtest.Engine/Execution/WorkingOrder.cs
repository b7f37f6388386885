using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>An order at the engine, until it is done. Another is then kept in it, so that orders cost no memory of their own.</summary>
/// <param name="place">Its place, by which orders at work are told apart.</param>
[PartOf<OrderExecution>]
internal sealed partial class WorkingOrder(int place) : IRestingOrder
{
    private readonly List<WorkingOrder> _protection = [];
    private OrderEvent _order;
    private BarPlace _wokenInside;
    private decimal _remaining;
    private decimal _tallied;
    private OrderTally? _tally;
    private double _entryPrice;
    private double _trailStart; // the price from which steps of a trailing stop are counted

    /// <summary>A small number no other order at work has.</summary>
    public int Place { get; } = place;

    /// <summary>The order, with the prices it has now.</summary>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>The order with what is left to fill; of one that waits for its entry, what it is to be for.</summary>
    public OrderEvent Shown => IsDormant ? _order : _order with { Quantity = Remaining };

    /// <summary>The entry whose fill wakes it; <see langword="null"/>: it is no protective order.</summary>
    public WorkingOrder? Parent { get; private set; }

    IRestingOrder? IRestingOrder.Entry => Parent;

    double IRestingOrder.StopLoss => ProtectionOf(OrderType.Stop)?._order.StopPrice ?? double.NaN;

    double IRestingOrder.TakeProfit => ProtectionOf(OrderType.Limit)?._order.LimitPrice ?? double.NaN;

    /// <summary>The trading day of the last bar before it was placed.</summary>
    public int PlacedDay { get; set; }

    /// <summary>The time by which it has reached the market, UTC ticks.</summary>
    public long ArrivesAt { get; set; }

    /// <summary>The first bar it may fill on, by its place in the instrument's history; 0: any that starts late enough.</summary>
    public long ArrivesOn { get; set; }

    /// <summary>The last bar it let pass, since its slipped price would have left it.</summary>
    public BarPlace Passed { get; set; }

    /// <summary>Where the bar at hand meets it.</summary>
    public BarTouch Met { get; private set; }

    /// <summary>How prices of the day at hand compare with those traded, by which a trailing stop is rounded.</summary>
    public AdjustmentFactors? Factors { get; set; }

    /// <summary>Whether it belongs to entries of which one cancels the others.</summary>
    public bool IsGrouped { get; set; }

    /// <summary>Whether it waits for another order to fill before it comes to work.</summary>
    public bool IsAwaiting { get; private set; }

    /// <summary>Whether another order waits for it to fill.</summary>
    public bool IsFollowed { get; set; }

    /// <summary>The orders that protect what it opens, in the order placed; valid until one is added.</summary>
    public ReadOnlySpan<WorkingOrder> Protection => CollectionsMarshal.AsSpan(_protection);

    /// <summary>How many of it and its protection are listed: while one is, none of them may be used again.</summary>
    public int Listed { get; set; }

    /// <summary>The turn it was placed in.</summary>
    public long Turn { get; private set; }

    /// <summary>How many are still to fill; of a protective order, as many as its entry filled.</summary>
    public decimal Remaining
    {
        get => _remaining;
        set
        {
            if (Parent is null)
                _tally?.Change(this, value - _tallied);
            _remaining = _tallied = value;
        }
    }

    /// <summary>How many filled, in units as they are now.</summary>
    public decimal Filled { get; private set; }

    /// <summary>How many filled, each in units of its day, for commissions that look at the whole order.</summary>
    public decimal TradedQuantity { get; private set; }

    /// <summary>The value traded so far, for commissions that look at the whole order.</summary>
    public decimal Traded { get; private set; }

    /// <summary>The commission charged so far.</summary>
    public decimal Charged { get; private set; }

    public OrderStatus Status { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The day it first rested on; −1: it has not yet.</summary>
    public int FirstDay { get; set; }

    /// <summary>Whether the stop was touched: what is left of the order is a market order then, or a limit order.</summary>
    public bool IsTriggered { get; set; }

    /// <summary>The last bar it filled on; an order fills once a bar.</summary>
    public BarPlace LastFill { get; private set; }

    /// <summary>The best price since entry, which a trailing stop follows.</summary>
    public double Best { get; private set; }

    /// <summary>
    /// The bar, by its place in the instrument's history, before which none does anything to it as long as its prices stay; see
    /// <see cref="FirstTouch"/>.
    /// </summary>
    public long QuietTo { get; set; }

    /// <summary>Whether some of it filled.</summary>
    public bool HasFilled => LastFill != BarPlace.None;

    public bool IsProtective => Parent is not null;

    /// <summary>Whether it protects an entry, or what is held.</summary>
    public bool IsProtection => Parent is not null || _order.IsAddedProtection;

    public bool IsDone => Status != OrderStatus.Open;

    public bool IsDormant => Parent is not null && Remaining == 0;

    /// <summary>Whether it fills nothing yet: it waits for its entry, or for another order, to fill.</summary>
    public bool IsInactive => IsDormant || IsAwaiting;

    /// <summary>Whether it rests at a limit, and so adds to the book.</summary>
    public bool IsMaker => OrderTypes.HasLimit(_order.Type);

    public bool IsEntry => _order.PositionEffect == PositionEffect.Open;

    /// <summary>An order that closes at the market because a strategy or a limit asked for it.</summary>
    public bool IsExit => !IsEntry && Parent is null && _order.Type == OrderType.Market;

    /// <summary>An order that closes at a price or a time; until then what is held stays.</summary>
    public bool IsWaitingExit => !IsEntry && Parent is null && _order.Type != OrderType.Market;

    /// <summary>Whether it has one chance to fill.</summary>
    public bool IsImmediate => _order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;

    /// <summary>Whether it is the stop that is set to the price of the entry once the market has come far enough.</summary>
    public bool IsBreakEven => double.IsInfinity(_order.Step);

    /// <summary>Whether it has reached the market by a bar; what was placed to protect an entry is there with it.</summary>
    public bool HasArrived(in FillBar bar) => (IsProtective && !_order.IsAddedProtection) || (!IsAwaiting && ArrivesAt <= bar.Start && ArrivesOn <= bar.Index);

    /// <summary>Becomes an order just placed.</summary>
    /// <param name="order">The order.</param>
    /// <param name="parent">The entry it protects; <see langword="null"/>: none.</param>
    /// <param name="turn">The turn.</param>
    public void Begin(in OrderEvent order, WorkingOrder? parent, long turn)
    {
        _order = order;
        _protection.Clear();
        _wokenInside = BarPlace.None;
        _remaining = parent is null ? order.Quantity : 0;
        _entryPrice = 0;
        Parent = parent;
        Turn = turn;
        (Filled, TradedQuantity, Traded, Charged) = (0, 0, 0, 0);
        Status = OrderStatus.Open;
        Reason = order.Reason;
        FirstDay = -1;
        IsTriggered = false;
        LastFill = BarPlace.None;
        Passed = BarPlace.None;
        Best = 0;
        _trailStart = 0;
        QuietTo = 0;
        PlacedDay = 0;
        (ArrivesAt, ArrivesOn) = (order.Time.Ticks, 0);
        IsGrouped = false;
        IsAwaiting = order.AfterId != 0;
        IsFollowed = false;
    }

    /// <summary>Whether it and another entry cancel each other.</summary>
    public bool IsOfGroup(WorkingOrder other) =>
        IsEntry && _order.Group == other._order.Group && _order.StrategyIndex == other._order.StrategyIndex;

    /// <summary>Takes note of where a bar meets it.</summary>
    public WorkingOrder Meet(BarTouch touch)
    {
        Met = touch;
        return this;
    }

    /// <summary>Takes note of a fill.</summary>
    /// <param name="quantity">How many.</param>
    /// <param name="traded">How many that were on the day.</param>
    /// <param name="value">What they are worth.</param>
    /// <param name="commission">What was charged.</param>
    /// <param name="bar">The bar.</param>
    public void Fill(decimal quantity, decimal traded, decimal value, decimal commission, BarPlace bar)
    {
        (Filled, TradedQuantity, Traded, Charged) = HasFilled
            ? (Filled + quantity, TradedQuantity + traded, Traded + value, Charged + commission)
            : (quantity, traded, value, commission);
        decimal left = _remaining;
        Amounts.Subtract(ref left, quantity);
        if (left == 0)
            _remaining = left; // it is done, and leaves the tally as it stood there
        else
            Remaining = left;
        LastFill = bar;
    }

    /// <summary>Has a tally follow it until it is done.</summary>
    public void Join(OrderTally tally)
    {
        _tally = tally;
        _tallied = _remaining;
        tally.Add(this, _tallied);
        Parent?._protection.Add(this);
    }

    public void End(OrderStatus status, string? reason)
    {
        _tally?.Remove(this, _tallied);
        _tally = null;
        Status = status;
        Reason = reason ?? Reason;
    }

    /// <summary>What is left of a stop that fills is a market order.</summary>
    public void Trigger() => IsTriggered |= _order.Type is OrderType.Stop or OrderType.TrailingStop or OrderType.MarketIfTouched;
}
