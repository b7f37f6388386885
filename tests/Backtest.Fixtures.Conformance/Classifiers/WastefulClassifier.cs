namespace Backtest.Fixtures;

/// <summary>Allocates an array of probabilities at every bar.</summary>
[Classifier("wasteful-classifier", Description = "Makes an array of probabilities at every bar.")]
public sealed partial class WastefulClassifier
{
    public IReadOnlyList<string> States { get; } = ["down", "up"];

    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        double up = bar.Close > bar.Open ? 0.8 : 0.2;
        double[] probabilities = [1 - up, up];
        regimes.Set(up > 0.5 ? 1 : 0, Math.Max(up, 1 - up), probabilities);
    }
}
