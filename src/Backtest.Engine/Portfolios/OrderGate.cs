using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Where one portfolio's signals become orders: what the rules of signals forbid is vetoed, exits are placed, and the risk manager is
/// asked about the entries left.
/// </summary>
[Reads<Market>]
[Reads<WorkingOrders>]
[Reads<Portfolio>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
public sealed class OrderGate : IOrders
{
    /// <summary>The reason of orders that close what is open after the last bar.</summary>
    internal const string AtEnd = "at_end";

    private readonly string _type;
    private readonly RiskNode _node;
    private readonly bool _handlesTurns;
    private readonly bool _handlesRegimes;
    private readonly StrategyGroup[] _strategies;
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private readonly WorkingOrders _working;
    private readonly RegimeFeed _regimes;
    private readonly RiskView _view;
    private readonly OrderFactory _factory;
    private readonly FaultContext _context;
    private readonly int _tradeFrom;
    private readonly bool _closesAtEnd;
    private readonly List<SignalEvent> _signals = [];
    private readonly List<SignalEvent> _asked = [];
    private readonly List<bool> _answered = [];
    private IOrderEvents? _orders;

    internal OrderGate(OrderGateParts parts)
    {
        _type = parts.Config.Type;
        _node = parts.Node;
        _handlesTurns = parts.Descriptor.Handles(nameof(RiskNode.OnTurn));
        _handlesRegimes = parts.Descriptor.Handles(nameof(RiskNode.OnRegime));
        _strategies = parts.Strategies;
        _portfolio = parts.Portfolio;
        _market = parts.Market;
        _working = parts.Orders;
        _regimes = parts.Regimes;
        _view = new RiskView(parts.Portfolio, parts.Market, parts.Orders, parts.Regimes, parts.Engine);
        _factory = new OrderFactory(parts.Counters, parts.Portfolio, parts.Orders, parts.Market);
        _context = parts.Context;
        _tradeFrom = parts.TradeFrom;
        _closesAtEnd = parts.Engine.ClosesAtEnd;
    }

    /// <summary>The risk manager's node.</summary>
    internal RiskNode Node => _node;

    /// <summary>The plugin's id.</summary>
    public string Type => _type;

    /// <summary>Before the first bar.</summary>
    internal void Start(in StartContext context)
    {
        _context.Enter(_type, "start");
        _node.OnStart(context);
    }

    /// <summary>Keeps a signal until the strategies have all decided.</summary>
    public void OnSignal(in SignalEvent signal) => _signals.Add(signal);

    /// <summary>Tells the risk manager of a regime.</summary>
    public void OnRegime(in RegimeEvent regime)
    {
        if (!_handlesRegimes)
            return;
        _context.Enter(_type, nameof(RegimeEvent));
        _node.OnRegime(regime);
    }

    /// <summary>Tells the risk manager of a fill.</summary>
    [Delayed]
    public void OnFill(in FillEvent fill)
    {
        _context.Enter(_type, nameof(FillEvent));
        _node.OnFill(fill);
    }

    /// <summary>Tells the risk manager of a reject.</summary>
    [Delayed]
    public void OnReject(in OrderRejectedEvent reject)
    {
        _context.Enter(_type, nameof(OrderRejectedEvent));
        _node.OnReject(reject);
    }

    /// <summary>Tells the risk manager of a cancel.</summary>
    [Delayed]
    public void OnCancel(in OrderCanceledEvent cancel)
    {
        _context.Enter(_type, nameof(OrderCanceledEvent));
        _node.OnCancel(cancel);
    }

    /// <summary>Turns the turn's signals into orders and vetoes.</summary>
    public void OnBar(in Turn turn, IOrderEvents orders)
    {
        if (_handlesTurns || _signals.Count > 0)
            Decide(orders);
        if (turn.IsLast && _closesAtEnd)
            CloseAll(orders);
    }

    /// <inheritdoc/>
    void IOrders.Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold)
    {
        if (!Answer(signal))
            return;
        decimal rounded = Ticks.RoundDown(quantity, signal.Instrument);
        if (rounded > 0)
            _factory.Enter(signal, rounded, riskLimit, measured, threshold, _orders!);
        else
            Veto(signal, riskLimit ?? VetoReason.BelowLot, measured, threshold);
    }

    /// <inheritdoc/>
    void IOrders.Veto(in SignalEvent signal, string riskLimit, double measured, double threshold)
    {
        if (Answer(signal))
            Veto(signal, riskLimit, measured, threshold);
    }

    /// <inheritdoc/>
    void IOrders.Reduce(Instrument instrument, double fraction, string reason)
    {
        foreach (StrategyGroup strategy in _strategies)
            _factory.Exit(strategy.Index, instrument, fraction, signal: 0, reason, _orders!);
    }

    private void Decide(IOrderEvents orders)
    {
        _orders = orders;
        if (_signals.Count > 1)
            Sort();
        foreach (ref readonly SignalEvent signal in CollectionsMarshal.AsSpan(_signals))
        {
            if (signal.Action == SignalAction.Exit)
                PlaceExit(signal, orders);
            else
                Admit(signal);
        }

        var turn = new RiskTurn(_view, CollectionsMarshal.AsSpan(_asked));
        if (_handlesTurns)
        {
            _context.Enter(_type, nameof(BarEvent));
            _node.OnTurn(turn, this);
        }

        if (_signals.Count == 0)
            return;
        _context.Enter(_type, nameof(SignalEvent));
        _node.OnSignals(turn, this);
        for (int i = 0; i < _asked.Count; i++)
        {
            if (!_answered[i])
                Veto(_asked[i], VetoReason.NotPlaced, double.NaN, double.NaN);
        }

        _signals.Clear();
        _asked.Clear();
        _answered.Clear();
    }

    private void PlaceExit(in SignalEvent signal, IOrderEvents orders)
    {
        _asked.Add(signal);
        _answered.Add(true);
        if (!_factory.Exit(signal.StrategyIndex, signal.Instrument, signal.Strength, signal.Id, signal.Reason, orders))
            Veto(signal, VetoReason.NothingToExit, double.NaN, double.NaN);
    }

    private void Admit(in SignalEvent signal)
    {
        if (Forbidden(signal) is { } reason)
        {
            Veto(signal, reason, double.NaN, double.NaN);
            return;
        }

        _asked.Add(signal);
        _answered.Add(false);
    }

    /// <summary>Why the rules of signals forbid an entry; <see langword="null"/>: they do not.</summary>
    private string? Forbidden(in SignalEvent signal)
    {
        if (_market.Day < _tradeFrom)
            return VetoReason.BeforeStart;
        if (!_strategies[signal.StrategyIndex].IsActive(_regimes.Current(signal.Instrument)))
            return VetoReason.InactiveRegime;
        if (!_strategies[signal.StrategyIndex].HasInUniverse(signal.Instrument, _market.Day))
            return VetoReason.NotInUniverse;
        decimal held = _portfolio.Holding(signal.StrategyIndex, signal.Instrument).Quantity;
        decimal left = Math.Abs(held) - _working.Exiting(signal.StrategyIndex, signal.Instrument);
        bool isOpposite = left > 0 && held > 0 != (signal.Direction == Direction.Long);
        Direction other = signal.Direction == Direction.Long ? Direction.Short : Direction.Long;
        if (isOpposite || IsEntering(signal, other))
            return VetoReason.AlreadyIn;
        bool isIn = left > 0 || IsEntering(signal, signal.Direction);
        return isIn && !signal.Entry.Add ? VetoReason.AlreadyIn : null;
    }

    /// <summary>Whether an entry in a direction rests, or an earlier signal of the same turn asks for one.</summary>
    private bool IsEntering(in SignalEvent signal, Direction direction)
    {
        if (_working.HasEntry(signal.StrategyIndex, signal.Instrument, direction == Direction.Long ? Side.Buy : Side.Sell))
            return true;
        foreach (ref readonly SignalEvent asked in CollectionsMarshal.AsSpan(_asked))
        {
            bool isSame = asked.StrategyIndex == signal.StrategyIndex && asked.Instrument.Index == signal.Instrument.Index;
            if (isSame && asked.Action == SignalAction.Enter && asked.Direction == direction)
                return true;
        }

        return false;
    }

    private void CloseAll(IOrderEvents orders)
    {
        foreach (StrategyGroup strategy in _strategies)
        {
            foreach (BarSeries series in _market.Series)
                _factory.Exit(strategy.Index, series.Instrument, fraction: 1, signal: 0, AtEnd, orders);
        }
    }

    private bool Answer(in SignalEvent signal)
    {
        for (int i = 0; i < _asked.Count; i++)
        {
            if (_asked[i].Id != signal.Id || _answered[i])
                continue;
            _answered[i] = true;
            return true;
        }

        return false;
    }

    private void Veto(in SignalEvent signal, string riskLimit, double measured, double threshold) =>
        _orders!.Emit(new SignalVetoedEvent(signal.Id, riskLimit, measured, threshold));

    /// <summary>Exits before entries, then by strategy, then by symbol; signals mostly come so already.</summary>
    private void Sort()
    {
        Span<SignalEvent> signals = CollectionsMarshal.AsSpan(_signals);
        for (int i = 1; i < signals.Length; i++)
        {
            SignalEvent signal = signals[i];
            int at = i;
            for (; at > 0 && ComesBefore(signal, signals[at - 1]); at--)
                signals[at] = signals[at - 1];
            signals[at] = signal;
        }
    }

    private static bool ComesBefore(in SignalEvent signal, in SignalEvent other)
    {
        if (signal.Action != other.Action)
            return signal.Action == SignalAction.Exit;
        if (signal.StrategyIndex != other.StrategyIndex)
            return signal.StrategyIndex < other.StrategyIndex;
        return signal.Instrument.Index < other.Instrument.Index;
    }
}
