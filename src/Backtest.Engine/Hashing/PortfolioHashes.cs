namespace Backtest.Engine;

/// <summary>The hashes of one portfolio's tables.</summary>
internal sealed class PortfolioHashes
{
    private readonly EventHash _time = new();
    private readonly EventHash _equity = new();
    private readonly EventHash _cash = new();
    private readonly EventHash _exposure = new();

    public EventHash Signals { get; } = new();

    public EventHash Orders { get; } = new();

    public EventHash OrderStates { get; } = new();

    public EventHash Fills { get; } = new();

    public EventHash Trades { get; } = new();

    public EventHash Actions { get; } = new();

    /// <summary>All, in an order that is part of the run's hash. The equity table has one for each column, so that a chunk is hashed at once.</summary>
    public IReadOnlyList<EventHash> All => [Signals, Orders, OrderStates, Fills, Trades, Actions, _time, _equity, _cash, _exposure];

    /// <summary>Adds the rows of a chunk.</summary>
    public void Equity(EquityColumns rows)
    {
        _time.AddColumn(rows.Time.AsSpan(0, rows.Count));
        _equity.AddColumn(rows.Equity.AsSpan(0, rows.Count));
        _cash.AddColumn(rows.Cash.AsSpan(0, rows.Count));
        _exposure.AddColumn(rows.Exposure.AsSpan(0, rows.Count));
    }
}
