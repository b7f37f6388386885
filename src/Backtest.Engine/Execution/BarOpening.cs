namespace Backtest.Engine;

/// <summary>
/// Handles bars, including finer ones, that open at the same time: requests arrive first, then orders that close positions fill, then entries, so
/// that closings can pay for entries whatever the symbols.
/// </summary>
internal sealed class BarOpening(BarMatching matching, OrderRequests requests, OrderTransit transit)
{
    /// <summary>Fills orders at the opens of bars.</summary>
    /// <param name="instruments">The instruments.</param>
    /// <param name="bars">Their bars.</param>
    /// <param name="events">Receives the events of orders.</param>
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
