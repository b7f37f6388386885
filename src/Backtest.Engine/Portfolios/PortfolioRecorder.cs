using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Writes down what happens in one portfolio and hashes it. It lives on events alone, and numbers them as they come: what follows from an
/// event has a higher number.
/// </summary>
[Reads<TurnClock>]
[Reads<Market>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
public sealed class PortfolioRecorder
{
    private readonly TurnClock _clock;
    private readonly Market _market;
    private readonly StrategyGroup[] _strategies;
    private readonly RegimeFeed _regimes;
    private readonly PortfolioHashes? _hashes;
    private readonly Dictionary<int, (long Sequence, long Turn)> _openOrders = [];
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private double[] _values = [];
    private long _sequence;

    internal PortfolioRecorder(string name, TurnClock clock, Market market, StrategyGroup[] strategies, RegimeFeed regimes, bool hasHashes)
    {
        _clock = clock;
        _market = market;
        _strategies = strategies;
        _regimes = regimes;
        _hashes = hasHashes ? new PortfolioHashes(RowNames.OfPortfolio(name, [.. strategies.Select(strategy => strategy.Name)])) : null;
    }

    /// <summary>What happened in the chunk.</summary>
    public PortfolioJournal Journal { get; } = new();

    /// <summary>Signals by outcome, the reason of each veto counted apart.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>What became of entry orders.</summary>
    internal EntryTally Entries { get; } = new();

    /// <summary>The hashes of the tables, in their order; <see langword="null"/>: nothing is hashed.</summary>
    internal IReadOnlyList<EventHash>? Hashes => _hashes?.All;

    /// <summary>Writes a signal; what becomes of it follows in the same turn, unless the container faults before.</summary>
    public void OnSignal(in SignalEvent signal)
    {
        int instrument = signal.Instrument.Index;
        StrategyGroup strategy = _strategies[signal.StrategyIndex];
        StrategyNode node = strategy.Nodes[instrument]!;
        int row = strategy.Decisions?.Row(instrument) ?? _market.Rows[instrument];
        long barStart = strategy.Decisions?.Label(instrument) ?? _market.LastBar(instrument).Start;
        int count = node.IndicatorNames.Count;
        if (_values.Length < count)
            _values = new double[count];
        node.ReadIndicators(row, _values);
        int first = Journal.IndicatorValues.Count;
        for (int i = 0; i < count; i++)
            Journal.IndicatorValues.Add(_values[i]);
        Journal.Signals.Add(new SignalRecord(
            ++_sequence, signal, _clock.Turn, barStart, _regimes.Current(signal.Instrument), SignalOutcome.Vetoed, VetoReason.Fault,
            double.NaN, double.NaN, first, count));
    }

    /// <summary>Writes that a signal led to an order.</summary>
    public void OnOrder(in OrderEvent order)
    {
        if (order.SignalId == 0 || order.ParentId != 0)
            return;
        SignalOutcome outcome = order.RiskLimit is null ? SignalOutcome.Ordered : SignalOutcome.Cut;
        Settle(order.SignalId, outcome, order.RiskLimit, order.Measured, order.Threshold);
    }

    /// <summary>Writes that a signal led to no order.</summary>
    public void OnVeto(in SignalVetoedEvent veto)
    {
        bool isExit = Signal(veto.SignalId).Signal.Action == SignalAction.Exit;
        SignalOutcome outcome = isExit ? SignalOutcome.NothingToExit : SignalOutcome.Vetoed;
        string? reason = veto.RiskLimit == VetoReason.NothingToExit ? null : veto.RiskLimit;
        Settle(veto.SignalId, outcome, reason, veto.Measured, veto.Threshold);
    }

    /// <summary>Writes a state an order came to, and the order itself once it is done or the run is.</summary>
    public void OnOrderState(in OrderStateEvent state)
    {
        int id = state.Order.Id;
        if (state.Cause != OrderCause.End)
        {
            Journal.OrderStates.Add(new OrderStateRecord(
                ++_sequence, _clock.Turn, id, state.Time.Ticks, state.State, state.Cause, state.Order.Quantity, state.Order.LimitPrice,
                state.Order.StopPrice, state.Reason));
        }

        if (state.State == OrderState.Submitted)
            _openOrders.Add(id, (_sequence, _clock.Turn));
        else if (state.State == OrderState.Done || state.Cause == OrderCause.End)
            Finish(state);
    }

    /// <summary>Writes a fill.</summary>
    public void OnFill(in FillEvent fill) => Journal.Fills.Add(new FillRecord(++_sequence, fill, _clock.Turn));

    /// <summary>Writes a trade that ended.</summary>
    public void OnTrade(in TradeEvent trade) => Journal.Trades.Add(new TradeRecord(++_sequence, trade, _clock.Turn));

    /// <summary>Writes what a corporate action did to a position.</summary>
    public void OnPositionAction(in PositionActionEvent action) => Journal.Actions.Add(new ActionRecord(++_sequence, action, _clock.Turn));

    /// <summary>Writes a valuation.</summary>
    public void OnPortfolio(in PortfolioEvent portfolio) => Journal.Equity.Add(
        portfolio.Time.Ticks, portfolio.BarStart.Ticks, _market.Day, portfolio.Equity, portfolio.Cash, portfolio.Exposure, portfolio.Drawdown);

    /// <summary>Hashes the rows of the chunk, and counts what became of its signals.</summary>
    public void OnChunkEnd(in ChunkEndEvent end)
    {
        _hashes?.Add(Journal);
        foreach (ref readonly SignalRecord record in (ReadOnlySpan<SignalRecord>)Journal.Signals.Span)
            Count(record.Outcome, record.RiskLimit);
    }

    /// <summary>Hashes the orders still at work, which only the end of the run wrote down.</summary>
    public void OnRunEnd(in RunEndEvent end) => _hashes?.Add(Journal);

    private void Finish(in OrderStateEvent state)
    {
        Entries.Add(state);
        _openOrders.Remove(state.Order.Id, out (long Sequence, long Turn) placed);
        Journal.Orders.Add(new OrderRecord(placed.Sequence, state.Order, placed.Turn, state.Filled, state.Status, state.Reason));
    }

    private void Settle(int signal, SignalOutcome outcome, string? riskLimit, double measured, double threshold)
    {
        ref SignalRecord record = ref Signal(signal);
        record = record with { Outcome = outcome, RiskLimit = riskLimit, Measured = measured, Threshold = threshold };
    }

    private ref SignalRecord Signal(int id)
    {
        // Ids count the portfolio's signals without a gap, and so do the rows.
        Span<SignalRecord> records = Journal.Signals.Span;
        return ref records[id - records[0].Signal.Id];
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
        CollectionsMarshal.GetValueRefOrAddDefault(_outcomes, key, out _)++;
    }
}
