namespace Backtest.Fixtures;

/// <summary>Obeys every law.</summary>
[Classifier("good-classifier", Description = "Whether the close is above its average.")]
public sealed partial class GoodClassifier
{
    public IReadOnlyList<string> States { get; } = ["below", "above"];

    [Indicator<SimpleMovingAverage>(10)]
    private partial double Average { get; }

    public void OnBar(BarEvent bar, IRegimes regimes) => regimes.Set(bar.Close > Average ? 1 : 0, confidence: 1);
}
