namespace Backtest.Engine;

/// <summary>The events of one portfolio in a chunk. Each table's rows are in the order in which they occurred.</summary>
public sealed class PortfolioJournal
{
    /// <summary>A row for each turn with a bar of an instrument it trades.</summary>
    public EquityColumns Equity { get; } = new();

    /// <summary>A row for each signal, with its outcome.</summary>
    public Rows<SignalRecord> Signals { get; } = new();

    /// <summary>The numbers behind the signals; each signal has the start and the length of its range.</summary>
    public Rows<double> IndicatorValues { get; } = new();

    /// <summary>A row for each order that reached its final state; after the last chunk, also those still open.</summary>
    public Rows<OrderRecord> Orders { get; } = new();

    /// <summary>A row for each state an order reached.</summary>
    public Rows<OrderStateRecord> OrderStates { get; } = new();

    /// <summary>A row for each fill.</summary>
    public Rows<FillRecord> Fills { get; } = new();

    /// <summary>A row for each closed trade.</summary>
    public Rows<TradeRecord> Trades { get; } = new();

    /// <summary>A row for each position that a corporate action changed or paid.</summary>
    public Rows<ActionRecord> Actions { get; } = new();

    /// <summary>A row for each payment of interest.</summary>
    public Rows<InterestRecord> Interest { get; } = new();

    /// <summary>After the last chunk, a row for each position still open.</summary>
    public Rows<PositionRecord> Positions { get; } = new();

    /// <summary>Removes the rows once they are recorded.</summary>
    internal void Clear()
    {
        Equity.Clear();
        Signals.Clear();
        IndicatorValues.Clear();
        Orders.Clear();
        OrderStates.Clear();
        Fills.Clear();
        Trades.Clear();
        Actions.Clear();
        Interest.Clear();
        Positions.Clear();
    }
}
