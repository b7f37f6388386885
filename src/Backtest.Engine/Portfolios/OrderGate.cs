using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Turns one portfolio's signals into orders: signals that the rules forbid are vetoed, exits are placed, and the risk manager decides on the
/// remaining entries.
/// </summary>
[Reads<Market>]
[Reads<OrderExecution>]
[Reads<Portfolio>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
[Reads<Ruin>(ReadTime.Before)]
public sealed class OrderGate : IOrders
{
    /// <summary>The reason of orders that close positions open after the last bar.</summary>
    internal const string AtEnd = "at_end";

    private readonly string _type;
    private readonly RiskNode _node;
    private readonly bool _handlesTurns;
    private readonly bool _looksAhead;
    private readonly bool _handlesRegimes;
    private readonly bool _handlesFills;
    private readonly StrategyGroup[] _strategies;
    private readonly Market _market;
    private readonly RegimeFeed _regimes;
    private readonly RiskView _view;
    private readonly OrderFactory _factory;
    private readonly FaultContext _context;
    private readonly bool _closesAtEnd;
    private readonly FlatTimes _flat;
    private readonly bool _placesOrders; // otherwise signals are only observed
    private readonly TurnSignals _signals = new();
    private readonly EntryRules _rules;
    private readonly SignalChanges _changes;
    private readonly PositionResizing _resizing;
    private IOrderEvents? _orders;
    private IVetoEvents? _vetoes;

    internal OrderGate(OrderGateParts parts)
    {
        _type = parts.Config.Type;
        _node = parts.Node;
        _handlesTurns = parts.Descriptor.Handles(nameof(RiskNode.OnTurn));
        _looksAhead = parts.Descriptor.Handles(nameof(RiskNode.Next));
        _handlesFills = parts.Descriptor.Handles(nameof(RiskNode.OnFill));
        _handlesRegimes = parts.Descriptor.Handles(nameof(RiskNode.OnRegime));
        _strategies = parts.Strategies;
        _market = parts.Market;
        _regimes = parts.Regimes;
        _view = new RiskView(parts.Portfolio, parts.Market, parts.Working, parts.Regimes, parts.Engine, parts.BarsPerYear,
            [.. parts.Strategies.Select(strategy => strategy.Name)]);
        _factory = new OrderFactory(parts.Counters, parts.Portfolio, parts.Working, parts.Market, parts.Engine.Adjustments);
        _rules = new EntryRules(parts);
        _changes = new SignalChanges(parts, _rules, _factory);
        _resizing = new PositionResizing(parts, _rules, _factory);
        _context = parts.Context;
        _placesOrders = parts.PlacesOrders;
        _closesAtEnd = parts.Engine.Config.ClosesAtEnd;
        _flat = parts.Engine.Config.Flat;
    }

    /// <summary>The risk manager's node.</summary>
    internal RiskNode Node => _node;

    /// <summary>The plugin's id.</summary>
    public string Type => _type;

    /// <summary>Whether the risk manager must be called in every turn.</summary>
    internal bool SeesEveryTurn => _handlesTurns && !_looksAhead;

    /// <summary>The first row of a stretch in whose turn the risk manager must be called; the number of rows if there is none.</summary>
    internal int Next(QuietStretch stretch)
    {
        if (!_handlesTurns)
            return stretch.Count;
        _context.Enter(_type, nameof(BarEvent));
        int row = _node.Next(new QuietTurns(_view, stretch.Days, stretch.Equity, stretch.GrossNotional));
        return Math.Clamp(row, 0, stretch.Count);
    }

    /// <summary>Called before the first bar.</summary>
    internal void Start(in StartContext context)
    {
        _context.Enter(_type, "start");
        _node.OnStart(context);
    }

    /// <summary>Keeps a signal until all strategies have decided.</summary>
    public void OnSignal(in SignalEvent signal)
    {
        if (_strategies[signal.StrategyIndex].WeightIn(_regimes.Current(signal.Instrument)) is > 0 and < 1 and var weight)
            _signals.Add(Scaled(signal, weight));
        else
            _signals.Add(signal);
    }

    /// <summary>Passes the risk manager a regime.</summary>
    public void OnRegime(in RegimeEvent regime)
    {
        if (!_handlesRegimes)
            return;
        _context.Enter(_type, nameof(RegimeEvent));
        _node.OnRegime(regime);
    }

    /// <summary>Passes the risk manager a fill.</summary>
    [Delayed]
    public void OnFill(in FillEvent fill)
    {
        if (!_handlesFills)
            return;
        _context.Enter(_type, nameof(FillEvent));
        _node.OnFill(fill);
    }

    /// <summary>Passes the risk manager a reject.</summary>
    [Delayed]
    public void OnReject(in OrderRejectedEvent reject)
    {
        _context.Enter(_type, nameof(OrderRejectedEvent));
        _node.OnReject(reject);
    }

    /// <summary>Passes the risk manager a cancel.</summary>
    [Delayed]
    public void OnCancel(in OrderCanceledEvent cancel)
    {
        _context.Enter(_type, nameof(OrderCanceledEvent));
        _node.OnCancel(cancel);
    }

    /// <summary>Turns the turn's signals into orders and vetoes.</summary>
    public void OnBar(in Turn turn, IOrderEvents orders, IVetoEvents vetoes)
    {
        if (_handlesTurns || _signals.Count > 0)
            Decide(orders, vetoes);
        if (turn.IsLast && _closesAtEnd)
            _factory.CloseAll(AtEnd, orders);
        else if (_flat.Has(turn.End))
            _factory.CloseAll(OrderExecution.Flat, orders);
    }

    /// <inheritdoc/>
    void IOrders.Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold)
    {
        if (quantity < 0)
            throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "a quantity must be 0 or more");
        if (riskLimit is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(riskLimit);
        // The strategy's own signal counts, even if the risk manager passes a changed one.
        if (_signals.Answer(signal.Id) is not { } place)
            return;
        ref readonly SignalEvent asked = ref _signals.All[place];
        decimal rounded = asked.Instrument.RoundDownToLot(quantity);
        if (asked.Size.Unit != SizeUnit.None)
            rounded = Math.Min(rounded, asked.Instrument.RoundDownToLot((decimal)asked.Size.Amount));
        if (rounded > 0 && asked.RefersTo.Number > 0)
        {
            if (_changes.Enlarge(asked, rounded, riskLimit, measured, threshold, _orders!) is { } reason)
                Veto(asked.Id, reason, double.NaN, double.NaN);
        }
        else if (rounded == 0)
            Veto(asked.Id, riskLimit ?? VetoReason.BelowLot, measured, threshold);
        else if (_factory.Enter(asked, rounded, riskLimit, measured, threshold, _orders!) is { } obstacle)
            Veto(asked.Id, obstacle, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    void IOrders.PlaceShare(in SignalEvent signal, decimal share, string? riskLimit, double measured, double threshold)
    {
        if (share < 0)
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share of equity must be 0 or more");
        if (riskLimit is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(riskLimit);
        if (_signals.Answer(signal.Id) is not { } place)
            return;
        ref readonly SignalEvent asked = ref _signals.All[place];
        if (asked.Size.Unit != SizeUnit.None)
            throw new ArgumentException($"signal {asked.Id} specifies a quantity: place a quantity", nameof(signal));
        decimal unit = asked.Instrument.PointValue((decimal)_market.Close(asked.Instrument.Index));
        decimal quantity = unit > 0 ? asked.Instrument.RoundDownToLot(Math.Max(0, share * _view.ExactEquity / unit)) : 0;
        if (quantity == 0)
            Veto(asked.Id, riskLimit ?? VetoReason.BelowLot, measured, threshold);
        else if (_factory.Enter(asked, quantity, riskLimit, measured, threshold, _orders!, share) is { } obstacle)
            Veto(asked.Id, obstacle, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    void IOrders.Veto(in SignalEvent signal, string riskLimit, double measured, double threshold)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(riskLimit);
        if (_signals.Answer(signal.Id) is not null)
            Veto(signal.Id, riskLimit, measured, threshold);
    }

    /// <inheritdoc/>
    void IOrders.Reduce(Instrument instrument, double fraction, string reason)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "fraction must be above 0 and at most 1");
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        foreach (StrategyGroup strategy in _strategies)
            _factory.Reduce(strategy.Index, instrument, fraction, reason, _orders!);
    }

    /// <inheritdoc/>
    bool IOrders.Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(strategyIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(strategyIndex, _strategies.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _resizing.Resize(strategyIndex, instrument, quantity, reason, _orders!);
    }

    /// <inheritdoc/>
    void IOrders.Cancel(in OrderEvent order, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _orders!.Emit(new CancelRequestEvent(order.Id, new DateTime(_market.Time, DateTimeKind.Utc), order.Instrument, reason));
    }

    /// <summary>A strategy's signal, scaled by the strategy's weight in the regime.</summary>
    private static SignalEvent Scaled(in SignalEvent signal, double weight) => signal.Action switch
    {
        SignalAction.Enter => signal with { Strength = signal.Strength * weight, Entry = signal.Entry with { Strength = signal.Strength * weight } },
        SignalAction.Target => signal with { Size = signal.Size.Times(weight) },
        _ => signal,
    };

    private void Decide(IOrderEvents orders, IVetoEvents vetoes)
    {
        _orders = orders;
        _vetoes = vetoes;
        bool hasSignals = _signals.Count > 0;
        if (hasSignals)
            Admit(orders);
        var turn = new RiskTurn(_view, _signals.All);
        if (_handlesTurns)
        {
            _context.Enter(_type, nameof(BarEvent));
            _node.OnTurn(turn, this);
        }

        if (!hasSignals)
            return;
        _context.Enter(_type, nameof(SignalEvent));
        _node.OnSignals(turn, this);
        for (int i = 0; i < _signals.Count; i++)
        {
            if (!_signals.IsAnswered(i))
                Veto(_signals.All[i].Id, _placesOrders ? VetoReason.NotPlaced : VetoReason.Observed, double.NaN, double.NaN);
        }

        _signals.Clear();
        _rules.Clear();
        _changes.Clear();
    }

    /// <summary>
    /// Handles signals that need no risk manager, and vetoes signals that the rules forbid. The risk manager sees the rest: exits, which are already
    /// placed, and entries, including those that result from amendments and targets.
    /// </summary>
    private void Admit(IOrderEvents orders)
    {
        _signals.Sort();
        Span<SignalEvent> signals = _signals.All;
        for (int i = 0; i < signals.Length; i++)
        {
            ref SignalEvent signal = ref signals[i];
            bool isExit = signal.Action == SignalAction.Exit;
            bool isAsked = signal.Action == SignalAction.Enter;
            double measured = double.NaN;
            string? reason = isAsked ? _rules.Forbidden(signal)
                : !_placesOrders ? VetoReason.Observed
                : isExit ? _changes.Exit(signal, orders)
                : _changes.Change(ref signal, orders, out isAsked, out measured);
            if (reason is not null)
                Veto(signal.Id, reason, measured, signal.Action == SignalAction.Target ? signal.Band : double.NaN);
            if (!isExit && (reason is not null || !isAsked))
                continue;
            if (isAsked && signals.Length > 1 && signal.RefersTo.Number == 0)
                _rules.Note(signal);
            _signals.Admit(i, isAnswered: isExit);
        }

        _signals.KeepAdmitted();
    }

    private void Veto(int signal, string riskLimit, double measured, double threshold) =>
        _vetoes!.Emit(new SignalVetoedEvent(signal, riskLimit, measured, threshold));
}
