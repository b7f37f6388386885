using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Records and hashes the events of one portfolio. It depends only on events, and numbers them as they arrive: an event that follows from another has
/// a higher number.
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
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private (long Sequence, long Turn)[] _placed = new (long, long)[8]; // when working orders were placed, by their places
    private long _sequence;

    internal PortfolioRecorder(string name, TurnClock clock, Market market, StrategyGroup[] strategies, RegimeFeed regimes, bool hasHashes)
    {
        _clock = clock;
        _market = market;
        _strategies = strategies;
        _regimes = regimes;
        _hashes = hasHashes ? new PortfolioHashes(new HashedNames(RowNames.OfPortfolio(name, [.. strategies.Select(strategy => strategy.Name)]))) : null;
    }

    /// <summary>The records of the chunk.</summary>
    public PortfolioJournal Journal { get; } = new();

    /// <summary>The number of signals by outcome, with each veto reason counted separately.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>The outcome of entry orders.</summary>
    internal EntryTally Entries { get; } = new();

    /// <summary>The hashes of the tables, in their order; <see langword="null"/> if nothing is hashed.</summary>
    internal IReadOnlyList<EventHash>? Hashes => _hashes?.All;

    /// <summary>Records a signal; its outcome follows in the same turn, unless the container faults first.</summary>
    public void OnSignal(in SignalEvent signal)
    {
        int instrument = signal.Instrument.Index;
        StrategyGroup strategy = _strategies[signal.StrategyIndex];
        StrategyNode node = strategy.Nodes[instrument]!;
        int first = Journal.IndicatorValues.Count;
        int count = node.IndicatorNames.Count;
        node.ReadIndicators(strategy.Decisions?.Row(instrument) ?? _market.Rows[instrument], Journal.IndicatorValues.AddRange(count));
        ref SignalRecord record = ref Journal.Signals.Add();
        record.Sequence = ++_sequence;
        record.Signal = signal;
        record.Turn = _clock.Turn;
        record.BarStart = strategy.Decisions?.Label(instrument) ?? LastStart(instrument);
        record.Regime = _regimes.Current(signal.Instrument);
        record.Outcome = SignalOutcome.Vetoed;
        record.RiskLimit = VetoReason.Fault;
        record.Measured = double.NaN;
        record.Threshold = double.NaN;
        record.FirstValue = first;
        record.ValueCount = count;
    }

    /// <summary>Records that a signal led to an order.</summary>
    public void OnOrder(in OrderEvent order)
    {
        if (order.SignalId == 0 || (order.ParentId != 0 && !order.IsAddedProtection))
            return;
        SignalOutcome outcome = order.IsAddedProtection ? SignalOutcome.Applied : order.RiskLimit is null ? SignalOutcome.Ordered : SignalOutcome.Cut;
        Settle(order.SignalId, outcome, order.RiskLimit, order.Measured, order.Threshold);
    }

    /// <summary>Records that a signal canceled an order.</summary>
    public void OnCancelRequest(in CancelRequestEvent request)
    {
        if (request.SignalId != 0)
            Settle(request.SignalId, SignalOutcome.Applied, riskLimit: null, double.NaN, double.NaN);
    }

    /// <summary>Records that a signal amended an order.</summary>
    public void OnAmendRequest(in AmendRequestEvent request)
    {
        SignalOutcome outcome = request.RiskLimit is null ? SignalOutcome.Applied : SignalOutcome.Cut;
        Settle(request.SignalId, outcome, request.RiskLimit, request.Measured, request.Threshold);
    }

    /// <summary>Records that a signal did not lead to an order.</summary>
    public void OnVeto(in SignalVetoedEvent veto)
    {
        ref readonly SignalRecord record = ref Signal(veto.SignalId);
        bool isExit = record.Signal.Action == SignalAction.Exit;
        bool isObserved = veto.RiskLimit == VetoReason.Observed;
        // If a target changes sides, the closing part is placed whatever the outcome of the opening part.
        bool isPart = record is { Signal.Action: SignalAction.Target, Outcome: SignalOutcome.Ordered };
        SignalOutcome outcome = isObserved ? SignalOutcome.Observed
            : isExit ? SignalOutcome.NothingToExit
            : isPart ? SignalOutcome.Cut
            : SignalOutcome.Vetoed;
        string? reason = isObserved || veto.RiskLimit == VetoReason.NothingToExit ? null : veto.RiskLimit;
        Settle(veto.SignalId, outcome, reason, veto.Measured, veto.Threshold);
    }

    /// <summary>Records a state of an order, and the order itself once it is done or the run ends.</summary>
    public void OnOrderState(in OrderStateEvent state)
    {
        if (state.Cause != OrderCause.End)
        {
            ref readonly OrderEvent order = ref state.Order;
            ref OrderStateRecord record = ref Journal.OrderStates.Add();
            record.Sequence = ++_sequence;
            record.Turn = _clock.Turn;
            record.OrderId = order.Id;
            record.Time = state.Time.Ticks;
            record.State = state.State;
            record.Cause = state.Cause;
            record.Quantity = order.Quantity;
            record.LimitPrice = order.LimitPrice;
            record.StopPrice = order.StopPrice;
            record.Reason = state.Reason;
        }

        if (state.State == OrderState.Submitted)
            Submit(state.Place);
        else if (state.State == OrderState.Done || state.Cause == OrderCause.End)
            Finish(state);
    }

    /// <summary>Records a fill.</summary>
    public void OnFill(in FillEvent fill)
    {
        ref FillRecord record = ref Journal.Fills.Add();
        record.Sequence = ++_sequence;
        record.Fill = fill;
        record.Turn = _clock.Turn;
    }

    /// <summary>Records a closed trade.</summary>
    public void OnTrade(in TradeEvent trade)
    {
        ref TradeRecord record = ref Journal.Trades.Add();
        record.Sequence = ++_sequence;
        record.Trade = trade;
        record.Turn = _clock.Turn;
    }

    /// <summary>Records the effect of a corporate action on a position.</summary>
    public void OnPositionAction(in PositionActionEvent action) => Journal.Actions.Add(new ActionRecord(++_sequence, action, _clock.Turn));

    /// <summary>Records interest.</summary>
    public void OnInterest(in InterestEvent interest) => Journal.Interest.Add(new InterestRecord(++_sequence, interest, _clock.Turn));

    /// <summary>Records a valuation.</summary>
    public void OnPortfolio(in PortfolioEvent portfolio)
    {
        Journal.Equity.Add(
            portfolio.Time.Ticks, portfolio.BarStart.Ticks, _market.Day, portfolio.Equity, portfolio.Cash, portfolio.Exposure,
            portfolio.Drawdown);
        // The turn is over, except for cancellations after a fault, which only add rows.
        _hashes?.Take(Journal);
    }

    /// <summary>Records the valuations of a quiet stretch.</summary>
    public void OnQuietValuation(in QuietValuationEvent quiet) => Journal.Equity.Add(quiet);

    /// <summary>Hashes the rows of the chunk, and counts the outcomes of its signals.</summary>
    public void OnChunkEnd(in ChunkEndEvent end)
    {
        _hashes?.EndChunk(Journal);
        Count(Journal.Signals.Span);
    }

    /// <summary>Hashes the orders that were still working, which are recorded only at the end of the run.</summary>
    public void OnRunEnd(in RunEndEvent end) => _hashes?.EndChunk(Journal);

    private long LastStart(int instrument)
    {
        int row = _market.Rows[instrument];
        return row >= 0 ? _market.Series[instrument].Start[row] : _market.LastBar(instrument).Start;
    }

    private void Submit(int place)
    {
        if (place >= _placed.Length)
            Array.Resize(ref _placed, Math.Max(place + 1, _placed.Length * 2));
        _placed[place] = (_sequence, _clock.Turn);
    }

    private void Finish(in OrderStateEvent state)
    {
        Entries.Add(state);
        ref OrderRecord record = ref Journal.Orders.Add();
        (record.Sequence, record.Turn) = _placed[state.Place];
        record.Order = state.Order;
        record.Filled = state.Filled;
        record.Status = state.Status;
        record.Reason = state.Reason;
    }

    private void Settle(int signal, SignalOutcome outcome, string? riskLimit, double measured, double threshold)
    {
        ref SignalRecord record = ref Signal(signal);
        record.Outcome = outcome;
        record.RiskLimit = riskLimit;
        record.Measured = measured;
        record.Threshold = threshold;
    }

    private ref SignalRecord Signal(int id)
    {
        // Both the ids of signals and the rows are consecutive.
        Span<SignalRecord> records = Journal.Signals.Span;
        return ref records[id - records[0].Signal.Id];
    }

    private void Count(ReadOnlySpan<SignalRecord> records)
    {
        // Most signals have the same outcome as the one before: comparing them is cheaper than looking each up.
        string? last = null;
        int count = 0;
        foreach (ref readonly SignalRecord record in records)
        {
            string outcome = Name(record.Outcome, record.RiskLimit);
            if (!ReferenceEquals(outcome, last))
            {
                Count(last, count);
                (last, count) = (outcome, 0);
            }

            count++;
        }

        Count(last, count);
    }

    private void Count(string? outcome, int count)
    {
        if (outcome is not null)
            CollectionsMarshal.GetValueRefOrAddDefault(_outcomes, outcome, out _) += count;
    }

    private static string Name(SignalOutcome outcome, string? riskLimit) => outcome switch
    {
        SignalOutcome.Ordered => "ordered",
        SignalOutcome.Cut => "cut",
        SignalOutcome.NothingToExit => VetoReason.NothingToExit,
        SignalOutcome.Observed => VetoReason.Observed,
        SignalOutcome.Applied => "applied",
        _ => riskLimit!,
    };
}
