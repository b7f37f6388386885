using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>An order at the engine, until it is done. The object is then reused for another order, so that orders need no allocations.</summary>
/// <param name="place">Its number, which distinguishes it from other working orders.</param>
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
    private double _trailStart; // the price from which the steps of a trailing stop are counted

    /// <summary>A small number that no other working order has.</summary>
    public int Place { get; } = place;

    /// <summary>The order, with its current prices.</summary>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>The order with the quantity left to fill; for an order that waits for its entry, its planned quantity.</summary>
    public OrderEvent Shown => IsDormant ? _order : _order with { Quantity = Remaining };

    /// <summary>The entry whose fill activates it; <see langword="null"/> if it is not a protective order.</summary>
    public WorkingOrder? Parent { get; private set; }

    IRestingOrder? IRestingOrder.Entry => Parent;

    double IRestingOrder.StopLoss => ProtectionOf(OrderType.Stop)?._order.StopPrice ?? double.NaN;

    double IRestingOrder.TakeProfit => ProtectionOf(OrderType.Limit)?._order.LimitPrice ?? double.NaN;

    /// <summary>The trading day of the last bar before it was placed.</summary>
    public int PlacedDay { get; set; }

    /// <summary>The time by which it has reached the market, UTC ticks.</summary>
    public long ArrivesAt { get; set; }

    /// <summary>The index of the first bar it may fill on in the instrument's history; 0 for any bar that starts late enough.</summary>
    public long ArrivesOn { get; set; }

    /// <summary>The last bar it did not fill on because slippage would have moved its price out of the bar.</summary>
    public BarPlace Passed { get; set; }

    /// <summary>The point at which the current bar meets it.</summary>
    public BarTouch Met { get; private set; }

    /// <summary>How prices of the current day relate to those traded, for rounding a trailing stop.</summary>
    public AdjustmentFactors? Factors { get; set; }

    /// <summary>Whether it belongs to a group of entries that cancel each other.</summary>
    public bool IsGrouped { get; set; }

    /// <summary>Whether it waits for the fill of another order.</summary>
    public bool IsAwaiting { get; private set; }

    /// <summary>Whether another order waits for its fill.</summary>
    public bool IsFollowed { get; set; }

    /// <summary>The orders that protect the position it opens, in the order placed; valid until one is added.</summary>
    public ReadOnlySpan<WorkingOrder> Protection => CollectionsMarshal.AsSpan(_protection);

    /// <summary>The number of listed orders among it and its protection: they may be reused only once it is zero.</summary>
    public int Listed { get; set; }

    /// <summary>The turn it was placed in.</summary>
    public long Turn { get; private set; }

    /// <summary>The quantity left to fill; for a protective order, of the quantity its entry filled.</summary>
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

    /// <summary>The quantity filled, in current units.</summary>
    public decimal Filled { get; private set; }

    /// <summary>The quantity filled, each part in units of its day, for commissions that depend on the whole order.</summary>
    public decimal TradedQuantity { get; private set; }

    /// <summary>The value filled so far, for commissions that depend on the whole order.</summary>
    public decimal Traded { get; private set; }

    /// <summary>The commission charged so far.</summary>
    public decimal Charged { get; private set; }

    public OrderStatus Status { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The day it first rested on; −1 if it has not rested yet.</summary>
    public int FirstDay { get; set; }

    /// <summary>Whether the stop was triggered: the remainder of the order is then a market or limit order.</summary>
    public bool IsTriggered { get; set; }

    /// <summary>The last bar it filled on; an order fills at most once per bar.</summary>
    public BarPlace LastFill { get; private set; }

    /// <summary>The best price since entry, which a trailing stop follows.</summary>
    public double Best { get; private set; }

    /// <summary>
    /// The index in the instrument's history before which no bar affects the order, as long as its prices do not change; see
    /// <see cref="FirstTouch"/>.
    /// </summary>
    public long QuietTo { get; set; }

    /// <summary>Whether any of it has filled.</summary>
    public bool HasFilled => LastFill != BarPlace.None;

    public bool IsProtective => Parent is not null;

    /// <summary>Whether it protects an entry or a position.</summary>
    public bool IsProtection => Parent is not null || _order.IsAddedProtection;

    public bool IsDone => Status != OrderStatus.Open;

    public bool IsDormant => Parent is not null && Remaining == 0;

    /// <summary>Whether it cannot fill yet, because it waits for the fill of its entry or of another order.</summary>
    public bool IsInactive => IsDormant || IsAwaiting;

    /// <summary>Whether it rests at a limit, and so adds liquidity to the book.</summary>
    public bool IsMaker => OrderTypes.HasLimit(_order.Type);

    public bool IsEntry => _order.PositionEffect == PositionEffect.Open;

    /// <summary>Whether it closes at the market on request of a strategy or a limit.</summary>
    public bool IsExit => !IsEntry && Parent is null && _order.Type == OrderType.Market;

    /// <summary>Whether it closes at a price or a time; until then the position stays.</summary>
    public bool IsWaitingExit => !IsEntry && Parent is null && _order.Type != OrderType.Market;

    /// <summary>Whether it has only one chance to fill.</summary>
    public bool IsImmediate => _order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;

    /// <summary>Whether it is a break-even stop, which is set to the entry price once the market has moved far enough.</summary>
    public bool IsBreakEven => double.IsInfinity(_order.Step);

    /// <summary>Whether it has reached the market by a bar; protection placed together with an entry arrives with it.</summary>
    public bool HasArrived(in FillBar bar) => (IsProtective && !_order.IsAddedProtection) || (!IsAwaiting && ArrivesAt <= bar.Start && ArrivesOn <= bar.Index);

    /// <summary>Starts a new order in this object.</summary>
    /// <param name="order">The order.</param>
    /// <param name="parent">The entry it protects; <see langword="null"/> for none.</param>
    /// <param name="turn">The turn it was placed in.</param>
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

    /// <summary>Records the point at which a bar meets it.</summary>
    public WorkingOrder Meet(BarTouch touch)
    {
        Met = touch;
        return this;
    }

    /// <summary>Records a fill.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="traded">The quantity in units of the day.</param>
    /// <param name="value">The value.</param>
    /// <param name="commission">The commission charged.</param>
    /// <param name="bar">The bar.</param>
    public void Fill(decimal quantity, decimal traded, decimal value, decimal commission, BarPlace bar)
    {
        (Filled, TradedQuantity, Traded, Charged) = HasFilled
            ? (Filled + quantity, TradedQuantity + traded, Traded + value, Charged + commission)
            : (quantity, traded, value, commission);
        decimal left = _remaining;
        Amounts.Subtract(ref left, quantity);
        if (left == 0)
            _remaining = left; // the order is done, and leaves the tally with the quantity it last reported
        else
            Remaining = left;
        LastFill = bar;
    }

    /// <summary>Adds it to a tally, which it updates until it is done.</summary>
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

    /// <summary>Records that a stop was triggered: the remainder of the order is then a market order.</summary>
    public void Trigger() => IsTriggered |= _order.Type is OrderType.Stop or OrderType.TrailingStop or OrderType.MarketIfTouched;
}
