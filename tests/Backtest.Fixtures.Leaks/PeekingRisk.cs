namespace Backtest.Fixtures.Leaks;

/// <summary>Sizes or vetoes by the next close.</summary>
[RiskManager("peeking-risk", Description = "Sizes by the next close.")]
public sealed partial class PeekingRisk
{
    /// <summary>Whether it vetoes instead of sizing.</summary>
    [Parameter(Description = "Whether it refuses rather than sizes.")]
    public bool Refuses { get; init; }

    [Indicator<SimpleMovingAverage>(1)]
    private partial PerSymbol<double> Line { get; }

    /// <summary>Answers signals.</summary>
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Exit)
                continue;
            bool rises = Future.Next(Line, signal.Instrument) > Line[signal.Instrument];
            if (Refuses && !rises)
                orders.Veto(signal, "it will fall");
            else
                orders.Place(signal, rises ? 20 : 10);
        }
    }
}

/// <summary>Sizes at random or by a count that outlives the run.</summary>
[RiskManager("unstable-risk", Description = "Sizes by chance or by a static count.")]
public sealed partial class UnstableRisk
{
    private static int s_orders;

    /// <summary>Whether it counts in a static field instead of sizing at random.</summary>
    [Parameter(Description = "Whether it counts in a static field rather than rolling dice.")]
    public bool Counts { get; init; }

    /// <summary>Answers signals.</summary>
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, Counts ? 1 + (++s_orders % 997) : Random.Shared.Next(1, 1_000_000));
        }
    }
}
