namespace Backtest.Fixtures;

/// <summary>Keeps the highest close of all its instances.</summary>
[Classifier("static-classifier", Description = "Keeps the highest close of all its instances.")]
public sealed partial class StaticClassifier
{
    private static double s_high;

    public IReadOnlyList<string> States { get; } = ["below", "high"];

    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        s_high = Math.Max(s_high * 0.99, bar.Close);
        regimes.Set(bar.Close >= s_high ? 1 : 0, confidence: 1);
    }
}
