using Backtest;

namespace ExampleNamespace;

/// <summary>Buys when bars close high in their range, and sells when they close low: a use of the indicator.</summary>
[Strategy("example-id-strategy", Description = "Follows where bars close in their range.")]
public sealed partial class ExampleIndicatorStrategy
{
    /// <summary>How many bars the mean is of.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "How many bars the mean is of.")]
    public int Period { get; init; } = 10;

    [Indicator<ExampleIndicator>(nameof(Period))]
    private partial double Place { get; }

    /// <summary>Looks where bars close.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && Place > 0.55)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "closes high" });
        else if (position.IsLong && Place < 0.45)
            signals.Exit(reason: "closes low");
    }
}
