using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Writes down what happens in one portfolio and hashes it.</summary>
[Reads<Market>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
public sealed class PortfolioRecorder
{
    private const int Signals = 0;
    private const int Orders = 1;
    private const int Fills = 2;
    private const int Time = 3;
    private const int Equity = 4;
    private const int Cash = 5;
    private const int Exposure = 6;

    private readonly Market _market;
    private readonly StrategyGroup[] _strategies;
    private readonly RegimeFeed _regimes;
    private readonly EventHash[] _hashes = [new(), new(), new(), new(), new(), new(), new()];
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private EventHash? _actions; // once there is one
    private double[] _values = [];
    private long _sequence;

    internal PortfolioRecorder(Market market, StrategyGroup[] strategies, RegimeFeed regimes)
    {
        _market = market;
        _strategies = strategies;
        _regimes = regimes;
    }

    /// <summary>What happened in the chunk.</summary>
    public PortfolioJournal Journal { get; } = new();

    /// <summary>Signals by outcome, the reason of each veto counted apart.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>Closed trades, counted.</summary>
    public int Trades { get; private set; }

    /// <summary>
    /// The hashes of the tables, in their order; of the equity table, one for each column, so that a chunk is hashed at a stroke. Corporate
    /// actions count only where there are any: what has none is the same run with or without them.
    /// </summary>
    internal IReadOnlyList<EventHash> Hashes => _actions is null ? _hashes : [.. _hashes, _actions];

    /// <summary>Writes a signal; what becomes of it follows in the same turn, unless the container faults before.</summary>
    public void OnSignal(in SignalEvent signal)
    {
        int instrument = signal.Instrument.Index;
        StrategyGroup strategy = _strategies[signal.StrategyIndex];
        StrategyNode node = strategy.Nodes[instrument]!;
        int row = strategy.Decisions?.Row(instrument) ?? _market.Rows[instrument];
        long bar = strategy.Decisions?.Label(instrument) ?? _market.LastBar(instrument).Start;
        int count = node.IndicatorNames.Count;
        if (_values.Length < count)
            _values = new double[count];
        node.ReadIndicators(row, _values);
        int first = Journal.IndicatorValues.Count;
        for (int i = 0; i < count; i++)
            Journal.IndicatorValues.Add(_values[i]);
        Journal.Signals.Add(new SignalRecord(
            ++_sequence, signal, _market.Turn, bar, _regimes.Current(signal.Instrument), SignalOutcome.Vetoed, VetoReason.Fault,
            double.NaN, double.NaN, first, count));
    }

    /// <summary>Writes that a signal led to an order.</summary>
    public void OnOrder(in OrderEvent order)
    {
        if (order.SignalId != 0 && order.ParentId == 0)
            Settle(order.SignalId, order.RiskLimit is null ? SignalOutcome.Ordered : SignalOutcome.Cut, order.RiskLimit, order.Measured, order.Threshold);
    }

    /// <summary>Writes that a signal led to no order.</summary>
    public void OnVeto(in SignalVetoedEvent veto)
    {
        bool isNothing = veto.RiskLimit == VetoReason.NothingToExit;
        SignalOutcome outcome = isNothing ? SignalOutcome.NothingToExit : SignalOutcome.Vetoed;
        Settle(veto.SignalId, outcome, isNothing ? null : veto.RiskLimit, veto.Measured, veto.Threshold);
    }

    /// <summary>Writes a fill.</summary>
    public void OnFill(in FillEvent fill)
    {
        Journal.Fills.Add(new FillRecord(++_sequence, fill, _market.Turn));
        EventHash hash = _hashes[Fills];
        hash.Add((long)fill.Id);
        hash.Add((long)fill.OrderId);
        hash.Add(fill.Time.Ticks);
        hash.Add((long)fill.Instrument.Index);
        hash.Add((long)fill.Side);
        hash.Add(fill.Quantity);
        hash.Add(fill.Price);
        hash.Add(fill.Commission);
    }

    /// <summary>Writes a valuation.</summary>
    public void OnPortfolio(in PortfolioEvent portfolio) => Journal.Equity.Add(
        portfolio.Time.Ticks, portfolio.BarStart.Ticks, _market.Day, portfolio.Equity, portfolio.Cash, portfolio.Exposure, portfolio.Drawdown);

    /// <summary>Writes a trade that just closed.</summary>
    internal void OnTrade(in TradeRecord trade) =>
        Journal.Trades.Add(trade with { Id = ++Trades, Sequence = ++_sequence, Turn = _market.Turn });

    /// <summary>Writes what a corporate action did to a position.</summary>
    internal void OnAction(DateTime time, Holding holding, ActionType type, decimal value, decimal cash)
    {
        Journal.Actions.Add(new ActionRecord(
            ++_sequence, _market.Turn, time.Ticks, holding.Strategy, holding.Instrument, type, value, holding.Quantity, cash));
        _actions ??= new EventHash();
        _actions.Add(time.Ticks);
        _actions.Add((long)holding.Strategy);
        _actions.Add((long)holding.Instrument.Index);
        _actions.Add((long)type);
        _actions.Add(value);
        _actions.Add(holding.Quantity);
        _actions.Add(cash);
    }

    /// <summary>The number of the next event; an order has the one of the moment it was placed.</summary>
    internal long NextSequence() => ++_sequence;

    /// <summary>Writes an order that is done, or one still open at the end.</summary>
    internal void OnOrderDone(WorkingOrder order)
    {
        Journal.Orders.Add(order.Describe());
        ref readonly OrderEvent terms = ref order.Order;
        EventHash hash = _hashes[Orders];
        hash.Add((long)terms.Id);
        hash.Add((long)terms.SignalId);
        hash.Add(terms.Time.Ticks);
        hash.Add((long)terms.Instrument.Index);
        hash.Add((long)terms.StrategyIndex);
        hash.Add((long)terms.Type);
        hash.Add((long)terms.Side);
        hash.Add(terms.Quantity);
        hash.Add(terms.LimitPrice);
        hash.Add(terms.StopPrice);
        hash.Add(order.Filled);
        hash.Add((long)order.Status);
        hash.Add(order.Reason);
    }

    /// <summary>Hashes the chunk's rows whose order is settled, and counts what became of its signals.</summary>
    internal void EndChunk()
    {
        EquityColumns equity = Journal.Equity;
        _hashes[Time].AddColumn(equity.Time.AsSpan(0, equity.Count));
        _hashes[Equity].AddColumn(equity.Equity.AsSpan(0, equity.Count));
        _hashes[Cash].AddColumn(equity.Cash.AsSpan(0, equity.Count));
        _hashes[Exposure].AddColumn(equity.Exposure.AsSpan(0, equity.Count));
        EventHash signals = _hashes[Signals];
        foreach (ref readonly SignalRecord record in (ReadOnlySpan<SignalRecord>)Journal.Signals.Span)
        {
            signals.Add((long)record.Signal.Id);
            signals.Add(record.Signal.Time.Ticks);
            signals.Add((long)record.Signal.Instrument.Index);
            signals.Add((long)record.Signal.StrategyIndex);
            signals.Add((long)record.Signal.Action);
            signals.Add((long)record.Signal.Direction);
            signals.Add(record.Signal.Strength);
            signals.Add((long)record.Outcome);
            signals.Add(record.RiskLimit);
            Count(record.Outcome, record.RiskLimit);
        }

        foreach (StrategyGroup strategy in _strategies)
            strategy.Decisions?.EndChunk();
    }

    private void Settle(int signal, SignalOutcome outcome, string? riskLimit, double measured, double threshold)
    {
        Span<SignalRecord> records = Journal.Signals.Span;
        for (int i = records.Length - 1; i >= 0; i--)
        {
            if (records[i].Signal.Id != signal)
                continue;
            records[i] = records[i] with { Outcome = outcome, RiskLimit = riskLimit, Measured = measured, Threshold = threshold };
            break;
        }
    }

    private void Count(SignalOutcome outcome, string? riskLimit)
    {
        string key = outcome switch
        {
            SignalOutcome.Ordered => "ordered",
            SignalOutcome.Cut => "cut",
            SignalOutcome.NothingToExit => VetoReason.NothingToExit,
            _ => riskLimit!,
        };
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_outcomes, key, out _)++;
    }
}
