namespace Backtest.Engine;

/// <summary>The hashes of one portfolio's tables.</summary>
/// <param name="names">What the places in their rows stand for.</param>
internal sealed class PortfolioHashes(RowNames names)
{
    private readonly EventHash _signals = new();
    private readonly EventHash _orders = new();
    private readonly EventHash _orderStates = new();
    private readonly EventHash _fills = new();
    private readonly EventHash _trades = new();
    private readonly EventHash _actions = new();
    private readonly EventHash _time = new();
    private readonly EventHash _equity = new();
    private readonly EventHash _cash = new();
    private readonly EventHash _exposure = new();

    /// <summary>All, in an order that is part of the run's hash. The equity table has one for each column, so that a chunk is hashed at once.</summary>
    public IReadOnlyList<EventHash> All =>
        [_signals, _orders, _orderStates, _fills, _trades, _actions, _time, _equity, _cash, _exposure];

    /// <summary>Adds the rows of a chunk, one table after another, so that each table's code stays in the cache for all its rows.</summary>
    public void Add(PortfolioJournal journal)
    {
        Add(_signals, journal.Signals, journal.IndicatorValues);
        Add(_orders, journal.Orders);
        Add(_orderStates, journal.OrderStates);
        Add(_fills, journal.Fills);
        Add(_trades, journal.Trades);
        Add(_actions, journal.Actions);
        EquityColumns equity = journal.Equity;
        _time.AddColumn(equity.Time.AsSpan(0, equity.Count));
        _equity.AddColumn(equity.Equity.AsSpan(0, equity.Count));
        _cash.AddColumn(equity.Cash.AsSpan(0, equity.Count));
        _exposure.AddColumn(equity.Exposure.AsSpan(0, equity.Count));
    }

    private void Add<TRow>(EventHash hash, Rows<TRow> rows, Rows<double>? indicatorValues = null)
        where TRow : struct, IRow
    {
        foreach (ref readonly TRow row in (ReadOnlySpan<TRow>)rows.Span)
            hash.Add(row, names, indicatorValues);
    }
}
