namespace Backtest.Engine;

/// <summary>
/// Has bars open that open together, finer ones as well: first arrives what was asked for, then what closes fills, and then what enters, which
/// that may pay for whatever the names are.
/// </summary>
internal sealed class BarOpening(BarMatching matching, OrderRequests requests, OrderTransit transit)
{
    /// <summary>Fills what bars meet at their opens.</summary>
    /// <param name="instruments">The instruments.</param>
    /// <param name="bars">Their bars.</param>
    /// <param name="events">Told of what becomes of orders.</param>
    public void Open(ReadOnlySpan<int> instruments, ReadOnlySpan<FillBar> bars, IExecutionEvents events)
    {
        if (transit.TakesTime)
        {
            for (int i = 0; i < bars.Length; i++)
                requests.Arrive(instruments[i], bars[i], events);
        }

        for (int i = 0; i < bars.Length; i++)
            matching.CloseAtOpen(instruments[i], bars[i], events);
        for (int i = 0; i < bars.Length; i++)
            matching.FillAtOpen(instruments[i], bars[i], events);
    }
}
