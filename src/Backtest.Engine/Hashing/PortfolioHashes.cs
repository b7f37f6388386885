namespace Backtest.Engine;

/// <summary>The hashes of one portfolio's tables.</summary>
/// <param name="names">The names behind the indexes in their rows.</param>
internal sealed class PortfolioHashes(HashedNames names)
{
    /// <summary>Enough rows that each table's code stays in the cache while they are hashed, and few enough that the rows are still in it.</summary>
    private const int Waiting = 128;

    private readonly TableHash<SignalRecord> _signals = new(names);
    private readonly TableHash<OrderRecord> _orders = new(names);
    private readonly TableHash<OrderStateRecord> _orderStates = new(names);
    private readonly TableHash<FillRecord> _fills = new(names);
    private readonly TableHash<TradeRecord> _trades = new(names);
    private readonly TableHash<ActionRecord> _actions = new(names);
    private readonly TableHash<InterestRecord> _interest = new(names);
    private bool _hasInterest; // interest was added when hashes of runs already existed: without interest, hashes are unchanged
    private readonly EventHash _time = new();
    private readonly EventHash _equity = new();
    private readonly EventHash _cash = new();
    private readonly EventHash _exposure = new();
    private int _taken; // order states hashed so far; there are more of them than of any other row

    /// <summary>
    /// All hashes, in an order that is part of the run's hash. The equity table has one for each column, so that a chunk is hashed at once.
    /// </summary>
    public IReadOnlyList<EventHash> All =>
    [
        _signals.Hash, _orders.Hash, _orderStates.Hash, _fills.Hash, _trades.Hash, _actions.Hash, _time, _equity, _cash, _exposure,
        .. _hasInterest ? [_interest.Hash] : Array.Empty<EventHash>(),
    ];

    /// <summary>Hashes the rows of the turns so far, once enough are waiting. None of them may change afterward.</summary>
    public void Take(PortfolioJournal journal)
    {
        if (journal.OrderStates.Count - _taken >= Waiting)
            TakeRows(journal);
    }

    /// <summary>Hashes the remaining rows of a chunk, and its equity.</summary>
    public void EndChunk(PortfolioJournal journal)
    {
        TakeRows(journal);
        EquityColumns equity = journal.Equity;
        _time.AddColumn(equity.Time.AsSpan(0, equity.Count));
        _equity.AddColumn(equity.Equity.AsSpan(0, equity.Count));
        _cash.AddColumn(equity.Cash.AsSpan(0, equity.Count));
        _exposure.AddColumn(equity.Exposure.AsSpan(0, equity.Count));
        _taken = 0;
        _signals.EndChunk();
        _orders.EndChunk();
        _orderStates.EndChunk();
        _fills.EndChunk();
        _trades.EndChunk();
        _actions.EndChunk();
        _interest.EndChunk();
    }

    private void TakeRows(PortfolioJournal journal)
    {
        _signals.Take(journal.Signals, journal.IndicatorValues);
        _orders.Take(journal.Orders);
        _orderStates.Take(journal.OrderStates);
        _fills.Take(journal.Fills);
        _trades.Take(journal.Trades);
        _actions.Take(journal.Actions);
        _hasInterest |= journal.Interest.Count > 0;
        _interest.Take(journal.Interest);
        _taken = journal.OrderStates.Count;
    }
}
