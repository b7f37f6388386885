namespace Backtest.Engine;

/// <summary>
/// Ends the trading of a portfolio whose equity is at or below zero at the end of a turn: what rests to enter is canceled, every position is
/// closed at the next price, and no entry is taken any more. Where the run says <c>on_ruin: continue</c>, it only takes note.
/// </summary>
[Reads<Market>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
[Reads<OrderExecution>(ReadTime.Settled)]
[Reads<Portfolio>(ReadTime.Settled)]
public sealed class Ruin
{
    /// <summary>The reason of orders canceled and of those that close.</summary>
    internal const string Reason = "ruin";

    private readonly bool _continues;
    private readonly Portfolio _portfolio;
    private readonly OrderExecution _execution;
    private readonly OrderFactory _orders;

    internal Ruin(bool continues, Portfolio portfolio, OrderExecution execution, OrderFactory orders)
    {
        _continues = continues;
        _portfolio = portfolio;
        _execution = execution;
        _orders = orders;
    }

    /// <summary>The first day that ended at or below zero, with its equity; <see langword="null"/>: none did.</summary>
    internal (DateOnly Day, double Equity)? First { get; private set; }

    /// <summary>Whether no entry is taken any more.</summary>
    internal bool IsRuined => First is not null && !_continues;

    /// <summary>Looks at the equity the turn ends with.</summary>
    public void OnBar(in Turn turn, IExecutionEvents events)
    {
        if (_portfolio.Equity > 0 || First is not null)
            return;
        First = (DateOnly.FromDayNumber(turn.Day), _portfolio.Equity);
        if (_continues)
            return;
        _execution.CancelEntries(OrderCause.Ruin, new DateTime(turn.End, DateTimeKind.Utc), Reason, events);
        if (!turn.IsLast) // there is no next price
            CloseAll(events);
    }

    private void CloseAll(IExecutionEvents events)
    {
        for (int strategy = 0; strategy < _portfolio.Strategies; strategy++)
        {
            foreach (Instrument instrument in _portfolio.Held)
            {
                if (_orders.TryCloseAll(strategy, instrument, Reason, out OrderEvent order))
                    _execution.OnOrder(order, events);
            }
        }
    }
}
