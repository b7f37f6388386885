using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One strategy of a portfolio on all its instruments: a node for each.</summary>
public sealed class StrategyGroup
{
    private readonly StrategyConfig _config;
    private readonly StrategyNode?[] _nodes;
    private readonly Portfolio _portfolio;
    private readonly OrderBook _book;
    private readonly FaultContext _context;
    private readonly bool _hearsRegimes;
    private ISignalEvents? _signals;

    internal StrategyGroup(
        int index, StrategyConfig config, StrategyFactory factory, IReadOnlyList<BarSeries> series, IIndicatorSource indicators,
        BindingContext binding, Portfolio portfolio, OrderBook book, EventCounters counters, FaultContext context)
    {
        Index = index;
        Counters = counters;
        _config = config;
        _portfolio = portfolio;
        _book = book;
        _context = context;
        _hearsRegimes = factory.Descriptor.Handles(nameof(StrategyNode.OnRegime));
        _nodes = new StrategyNode?[series.Count];
        foreach (BarSeries bars in series)
        {
            if (config.Symbols.Count > 0 && !config.Symbols.Contains(bars.Instrument.Symbol))
                continue;
            PositionCell cell = portfolio.Holding(index, bars.Instrument).Cell;
            var emitter = new StrategyEmitter(this, bars, cell);
            _nodes[bars.Index] = factory.Create(config.Parameters, binding, new StrategyConnections(bars, indicators, emitter, cell));
        }
    }

    /// <summary>The place of the strategy among those of the portfolio, from 0.</summary>
    public int Index { get; }

    /// <summary>The strategy's name.</summary>
    public string Name => _config.Name;

    /// <summary>The plugin's id.</summary>
    public string Type => _config.Type;

    /// <summary>The nodes, by the index of their instruments.</summary>
    internal IReadOnlyList<StrategyNode?> Nodes => _nodes;

    internal EventCounters Counters { get; }

    /// <summary>Whether it may enter in a regime.</summary>
    internal bool IsActive(string? regime) => _config.ActiveIn is not { } active || regime is null || active.Contains(regime);

    /// <summary>Before the first bar.</summary>
    internal void Start(Func<Instrument, StartContext> context)
    {
        _context.Enter(Name, "start");
        for (int i = 0; i < _nodes.Length; i++)
            _nodes[i]?.OnStart(context(_portfolio.Series[i].Instrument));
    }

    /// <summary>Has each node that has a bar in the turn decide.</summary>
    public void OnBar(in Turn turn, ISignalEvents signals)
    {
        _context.Enter(Name, nameof(BarEvent));
        _signals = signals;
        foreach (TurnBar bar in turn.Bars)
            _nodes[bar.Series]?.OnTurn(bar.Row);
    }

    /// <summary>Tells the nodes concerned of a regime, and closes what is open or rests where the strategy leaves its regimes.</summary>
    public void OnRegime(in RegimeEvent regime, ISignalEvents signals)
    {
        bool leaves = _config.ClosesOnLeave && !IsActive(regime.Regime);
        if (!_hearsRegimes && !leaves)
            return;
        _context.Enter(Name, nameof(RegimeEvent));
        _signals = signals;
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] is not { } node || (regime.Symbol is { } symbol && symbol != _portfolio.Series[i].Instrument.Symbol))
                continue;
            if (_hearsRegimes)
                node.OnRegime(regime);
            if (leaves)
                Leave(_portfolio.Series[i].Instrument, regime.Time);
        }
    }

    /// <summary>Tells the node concerned of a fill.</summary>
    [Delayed]
    public void OnFill(in FillEvent fill)
    {
        if (fill.Strategy != Index)
            return;
        _context.Enter(Name, nameof(FillEvent));
        _nodes[fill.Instrument.Index]?.OnFill(fill);
    }

    /// <summary>Tells the node concerned of a reject.</summary>
    [Delayed]
    public void OnReject(in OrderRejectedEvent reject)
    {
        if (reject.Strategy != Index)
            return;
        _context.Enter(Name, nameof(OrderRejectedEvent));
        _nodes[reject.Instrument.Index]?.OnReject(reject);
    }

    /// <summary>Tells the node concerned of a cancel.</summary>
    [Delayed]
    public void OnCancel(in OrderCanceledEvent cancel)
    {
        if (cancel.Strategy != Index)
            return;
        _context.Enter(Name, nameof(OrderCanceledEvent));
        _nodes[cancel.Instrument.Index]?.OnCancel(cancel);
    }

    /// <summary>Sends a node's signal on.</summary>
    internal void Send(in SignalEvent signal)
    {
        if (_signals is null)
            throw new InvalidOperationException("a strategy can emit signals only while it handles a bar");
        _signals.Emit(signal);
    }

    private void Leave(Instrument instrument, DateTime time)
    {
        decimal held = _portfolio.Holding(Index, instrument).Quantity;
        if (held == 0 && !_book.HasEntry(Index, instrument))
            return;
        Send(new SignalEvent(
            Counters.NextSignal(), time, instrument, Index, SignalAction.Exit, held < 0 ? Direction.Short : Direction.Long, 1, default,
            "left_regime"));
    }
}
