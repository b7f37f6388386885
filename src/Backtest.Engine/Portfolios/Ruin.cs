namespace Backtest.Engine;

/// <summary>
/// Ends the trading of a portfolio whose equity is at or below zero at the end of a turn: resting entries are canceled, every position is closed at
/// the next price, and entries are no longer accepted. With <c>on_ruin: continue</c>, it only records the day. It stops at a fault, because a
/// container that has faulted places no orders, not even to close.
/// </summary>
[Reads<Market>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
[Reads<OrderExecution>(ReadTime.Settled)]
[Reads<Portfolio>(ReadTime.Settled)]
public sealed class Ruin
{
    /// <summary>The reason of cancellations and closing orders.</summary>
    private const string Reason = "ruin";

    private readonly bool _continues;
    private readonly Portfolio _portfolio;
    private readonly WorkingOrders _working;
    private readonly OrderFactory _factory;

    internal Ruin(bool continues, Portfolio portfolio, WorkingOrders working, OrderFactory factory)
    {
        _continues = continues;
        _portfolio = portfolio;
        _working = working;
        _factory = factory;
    }

    /// <summary>The first day that ended with equity at or below zero, and that equity; <see langword="null"/> if there was none.</summary>
    internal (DateOnly Day, double Equity)? First { get; private set; }

    /// <summary>Whether entries are no longer accepted.</summary>
    internal bool IsRuined => First is not null && !_continues;

    /// <summary>Whether it closes, or has closed, every position of a portfolio with this equity.</summary>
    internal bool Covers(double equity) => !_continues && (equity <= 0 || First is not null);

    /// <summary>Checks the equity at the end of the turn.</summary>
    public void OnBar(in Turn turn, IOrderEvents orders)
    {
        if (_portfolio.Equity > 0 || First is not null)
            return;
        First = (DateOnly.FromDayNumber(turn.Day), _portfolio.Equity);
        if (_continues)
            return;
        CancelEntries(new DateTime(turn.End, DateTimeKind.Utc), orders);
        if (!turn.IsLast) // there is no next price
            _factory.CloseAll(Reason, orders);
    }

    /// <summary>The first row of a stretch whose equity ruins the portfolio; the number of rows if there is none.</summary>
    internal int Next(QuietStretch stretch)
    {
        if (First is not null)
            return stretch.Count;
        ReadOnlySpan<double> equity = stretch.Equity;
        int row = 0;
        while (row < equity.Length && equity[row] > 0)
            row++;
        return row;
    }

    private void CancelEntries(DateTime time, IOrderEvents orders)
    {
        // A copy, because canceled orders leave the lists.
        WorkingOrder[] entries = [.. _working.All.Where(static order => order.IsEntry)];
        foreach (WorkingOrder entry in entries)
            orders.Emit(new CancelRequestEvent(entry.Order.Id, time, entry.Order.Instrument, Reason, OrderCause.Ruin));
    }
}
