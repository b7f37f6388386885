using Backtest;

namespace ExampleNamespace;

/// <summary>Tells a market above its average from one below.</summary>
[Classifier("example-id", Description = "Whether the close is above or below its average.")]
public sealed partial class ExampleClassifier
{
    private const int Below = 0;
    private const int Above = 1;

    /// <summary>The period of the average, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the average, in bars.")]
    public int Period { get; init; } = 100;

    /// <summary>The regimes there are.</summary>
    public IReadOnlyList<string> States { get; } = ["below", "above"];

    [Indicator<SimpleMovingAverage>(nameof(Period))]
    private partial double Average { get; }

    /// <summary>Compares the close with its average.</summary>
    public void OnBar(BarEvent bar, IRegimes regimes) => regimes.Set(bar.Close > Average ? Above : Below, confidence: 1);
}
