using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One strategy or container of a portfolio on all its instruments, with a node for each.</summary>
[Reads<Market>]
[Reads<OrderExecution>]
[Reads<Portfolio>]
public sealed partial class StrategyGroup : ISignalSender
{
    private readonly StrategyConfig _config;
    private readonly StrategyInstance?[] _instances;
    private readonly StrategyNode?[] _nodes; // of the instances
    private readonly StrategyNode?[] _bySeries; // the same nodes, by the series each decides on
    private readonly BarSeries?[] _decides; // the series each decides on
    private readonly DecisionBars? _decisions;
    private readonly EventCounters _counters;
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private readonly WorkingOrders _working;
    private readonly FaultContext _context;
    private readonly bool _hearsRegimes;
    private readonly ParameterSwitch[][]? _switches; // by the index of the instruments; null if nothing is switched by regime
    private readonly UniverseMembers? _members;
    private readonly UniverseStrategy? _universe; // one node on all instruments; the instances then represent its symbols
    private readonly ReplayedStrategy? _replayed; // emits signals recorded earlier; the instances then represent its symbols
    private LookAhead? _ahead; // null if each node is called at every bar
    private ISignalEvents? _signals;

    internal StrategyGroup(
        int index, StrategyPlan plan, StrategyBuilder builder, RunSeries series, UniverseMembers? members, Portfolio portfolio, Market market,
        WorkingOrders working,
        EventCounters counters, FaultContext context)
    {
        Index = index;
        Plan = plan;
        _counters = counters;
        _config = plan.Config;
        _portfolio = portfolio;
        _market = market;
        _working = working;
        _context = context;
        _hearsRegimes = plan.Factory.Descriptor.Handles(nameof(StrategyNode.OnRegime));
        _members = members;
        BarSeries?[] decides = _decides = [.. series.Finest.Select(
            finest => WorksOn(_config, finest.Instrument) ? series.Find(finest.Instrument, _config.Timeframe) : null)];
        if (plan.Factory is UniverseStrategyFactory factory)
        {
            _universe = new UniverseStrategy(factory, plan, builder, this, decides, members, market, portfolio);
            _instances = [.. _universe.Instances];
        }
        else if (plan.Factory is ReplayedSignalsFactory replayed)
        {
            _replayed = new ReplayedStrategy(replayed.Signals, builder, this, decides, market, portfolio);
            _instances = [.. _replayed.Symbols.Select(symbol => symbol is null ? null : new StrategyInstance(Name, symbol, false, []))];
        }
        else
        {
            _instances = [.. decides.Select(bars => bars is null
                ? null
                : builder.Build(plan, Name, this, bars, portfolio.Holding(index, bars.Instrument).Cell))];
        }

        _nodes = [.. _instances.Select(instance => instance?.Node)];
        if (plan.SwitchesByRegime)
            _switches = [.. _instances.Select(instance => instance?.Switching.Select(own => own.Switch!).ToArray() ?? [])];
        _bySeries = new StrategyNode?[Math.Max(decides.Length, decides.Max(bars => bars?.Index ?? 0) + 1)];
        foreach (BarSeries bars in decides.OfType<BarSeries>())
            _bySeries[bars.Index] = _nodes[bars.Instrument.Index];
        _decisions = _config.Timeframe is null ? null : new DecisionBars(decides);
        if (_universe is null && _replayed is null && _decisions is null && _nodes.All(node => node is null or { IsStateless: true }))
        {
            _ahead = new LookAhead(_nodes, plan.Factory.Descriptor.IsPure ? null : [.. decides.Select(
                bars => bars is null ? null : portfolio.Holding(index, bars.Instrument).Cell)]);
        }
    }

    /// <summary>The index of the strategy among those of the portfolio, from 0.</summary>
    public int Index { get; }

    /// <summary>The strategy's name.</summary>
    public string Name => _config.Name;

    /// <summary>The plugin's id.</summary>
    public string Type => _config.Type;

    /// <summary>The nodes, by the index of their instruments.</summary>
    internal IReadOnlyList<StrategyNode?> Nodes => _nodes;

    /// <summary>
    /// The strategy on each instrument, with the bars it decides on. Empty if parameters are switched by regime: the values it reads at a bar then
    /// depend on regimes.
    /// </summary>
    internal IEnumerable<(BarSeries Bars, StrategyInstance Instance)> Places => Plan.SwitchesByRegime
        ? []
        : from place in _decides.Zip(_instances)
          where place.First is not null && place.Second is not null
          select (place.First, place.Second);

    /// <summary>The plan of the strategy, with its plugin and those of its members.</summary>
    internal StrategyPlan Plan { get; }

    /// <summary>The instances that read the market, on each instrument: the strategy, or the members of a container.</summary>
    internal IEnumerable<StrategyInstance> Leaves => _instances.OfType<StrategyInstance>().SelectMany(instance => instance.Leaves);

    /// <summary>The instances that switch between sets of parameters, on each instrument.</summary>
    internal IEnumerable<StrategyInstance> Switching => _instances.OfType<StrategyInstance>().SelectMany(instance => instance.Switching);

    /// <summary>The bars it decides on, if it has a timeframe of its own; <see langword="null"/> if it decides on the finest bars.</summary>
    internal DecisionBars? Decisions => _decisions;

    /// <summary>The signals it replays; <see langword="null"/> if it decides on its own.</summary>
    internal ReplayedStrategy? Replayed => _replayed;

    /// <summary>Whether a strategy works on an instrument.</summary>
    internal static bool WorksOn(StrategyConfig config, Instrument instrument) =>
        config.Symbols.Count == 0 || config.Symbols.Contains(instrument.Symbol);

    /// <summary>Whether it works on an instrument.</summary>
    internal bool WorksOn(int instrument) => _decides[instrument] is not null;

    /// <summary>Whether it decides on the bars of a series.</summary>
    internal bool DecidesOn(int series) => series < _bySeries.Length && _bySeries[series] is not null;

    /// <summary>Whether resting entries are canceled on a symbol that leaves its universe.</summary>
    internal bool CancelsOutsideUniverse => _members is not null && !_config.KeepsResting;

    /// <summary>Whether it may enter an instrument on a day.</summary>
    internal bool HasInUniverse(Instrument instrument, int day) => _members is null || _members.Has(instrument.Index, day);

    /// <summary>Called before the first bar.</summary>
    internal void Start(RunStart start, string path)
    {
        if (_universe is not null)
        {
            _context.Enter(Name, "start");
            BarSeries[] all = [.. _decides.OfType<BarSeries>()];
            _universe.Start(start.For($"{path}/{Name}", instrument: null, all[0], [.. all.Select(bars => bars.Instrument)]));
            return;
        }

        for (int i = 0; i < _instances.Length; i++)
        {
            if (_decides[i] is { } bars)
                _instances[i]!.Start(_context, name => start.For($"{path}/{name}", bars.Instrument, bars));
        }
    }

    /// <summary>The first row of a series at which a node must be called; the end of the rows if there is none.</summary>
    internal int Next(BarSeries series, int from, int to) =>
        _replayed is not null ? _replayed.Next(series, from, to) : !DecidesOn(series.Index) ? to : _ahead?.Next(series.Index, from, to) ?? from;

    /// <summary>Calls every node at each bar, without asking ahead.</summary>
    internal void CallAtEveryBar() => _ahead = null;

    /// <summary>Lets each node that has a bar in the turn decide.</summary>
    public void OnBar(in Turn turn, ISignalEvents signals)
    {
        _context.Enter(Name, nameof(BarEvent));
        _signals = signals;
        if (_universe is not null)
        {
            _universe.OnTurn(turn);
        }
        else if (_replayed is not null)
        {
            if (_replayed.IsDue(turn.End))
                Replay(turn, _replayed);
        }
        else if (_decisions is not null)
        {
            Decide(turn.Bars, _decisions);
            Decide(turn.OtherBars, _decisions);
        }
        else
        {
            foreach (TurnBar bar in turn.Bars)
            {
                if (_bySeries[bar.Series] is { } node && IsCalled(bar))
                    node.OnTurn(bar.Row);
            }
        }
    }

    /// <summary>
    /// Passes a regime to the nodes of its instruments. If the strategy leaves its regimes, resting entries are canceled and open positions may be
    /// closed.
    /// </summary>
    public void OnRegime(in RegimeEvent regime, ISignalEvents signals, ICancelEvents cancels)
    {
        bool leaves = !IsActive(regime.Regime);
        if (!_hearsRegimes && !leaves && _switches is null)
            return;
        _context.Enter(Name, nameof(RegimeEvent));
        _signals = signals;
        if (_hearsRegimes)
            _universe?.OnRegime(regime);
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] is not { } node || (regime.Symbol is { } symbol && symbol != _portfolio.Series[i].Instrument.Symbol))
                continue;
            if (_switches is not null)
                Switch(i, regime.Regime);
            if (_hearsRegimes)
                node.OnRegime(regime);
            if (leaves)
                Leave(_portfolio.Series[i].Instrument, regime.Time, cancels);
        }
    }

    /// <summary>Passes a fill to the node of its instrument.</summary>
    [Delayed]
    public void OnFill(in FillEvent fill)
    {
        if (fill.StrategyIndex != Index)
            return;
        _context.Enter(Name, nameof(FillEvent));
        _nodes[fill.Instrument.Index]?.OnFill(fill);
    }

    /// <summary>Passes a reject to the node of its instrument.</summary>
    [Delayed]
    public void OnReject(in OrderRejectedEvent reject)
    {
        if (reject.StrategyIndex != Index)
            return;
        _context.Enter(Name, nameof(OrderRejectedEvent));
        _nodes[reject.Instrument.Index]?.OnReject(reject);
    }

    /// <summary>Passes a cancel to the node of its instrument.</summary>
    [Delayed]
    public void OnCancel(in OrderCanceledEvent cancel)
    {
        if (cancel.StrategyIndex != Index)
            return;
        _context.Enter(Name, nameof(OrderCanceledEvent));
        _nodes[cancel.Instrument.Index]?.OnCancel(cancel);
    }

    /// <summary>Discards the rows of the chunk.</summary>
    public void OnChunkEnd(in ChunkEndEvent end)
    {
        _ahead?.EndChunk();
        _decisions?.EndChunk();
    }

    /// <inheritdoc/>
    int ISignalSender.NextSignal() => _counters.NextSignal();

    /// <inheritdoc/>
    ReadOnlySpan<OrderEvent> ISignalSender.Orders(Instrument instrument) => _working.OrdersOf(Index, instrument);

    /// <inheritdoc/>
    void ISignalSender.Send(in SignalEvent signal) => Send(signal);

    private void Send(in SignalEvent signal)
    {
        if (_signals is null)
            throw new InvalidOperationException("a strategy can emit signals only while it handles a bar");
        _signals.Emit(signal);
    }
}
