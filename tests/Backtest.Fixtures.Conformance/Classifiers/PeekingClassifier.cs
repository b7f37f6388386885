namespace Backtest.Fixtures;

/// <summary>Names the regime after tomorrow's price.</summary>
[Classifier("peeking-classifier", Description = "Names the regime after tomorrow's price.")]
public sealed partial class PeekingClassifier
{
    public IReadOnlyList<string> States { get; } = ["falling", "rising"];

    [Indicator<SimpleMovingAverage>(1)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, IRegimes regimes) =>
        regimes.Set((Future.Peek(_line, _row) ?? bar.Close) > bar.Close ? 1 : 0, confidence: 1);
}
