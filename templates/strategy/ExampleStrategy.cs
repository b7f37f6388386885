using Backtest;

namespace ExampleNamespace;

/// <summary>Buys when the close rises above its average, and sells when it falls below.</summary>
[Strategy("example-id", Description = "Follows the close above and below its average.")]
public sealed partial class ExampleStrategy
{
    /// <summary>The period of the average, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the average, in bars.")]
    public int Period { get; init; } = 50;

    [Indicator<SimpleMovingAverage>(nameof(Period))]
    private partial double Average { get; }

    /// <summary>Compares the close with its average.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && bar.Close > Average)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "above the average" });
        else if (position.IsLong && bar.Close < Average)
            signals.Exit(reason: "below the average");
    }
}
