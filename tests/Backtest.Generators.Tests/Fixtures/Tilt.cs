namespace Backtest.Tests;

/// <summary>A classifier of rises and falls.</summary>
[Classifier("tilt")]
public sealed partial class Tilt
{
    public string[] States { get; } = ["down", "up"];

    [Indicator<RateOfChange>(1)]
    private partial double Change { get; }

    public void OnBar(BarEvent bar, IRegimes regimes) => regimes.Set(Change > 0 ? 1 : 0, 1);
}
