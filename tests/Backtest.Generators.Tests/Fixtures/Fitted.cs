namespace Backtest.Tests;

/// <summary>A classifier that gives a predictive density for each bar.</summary>
[Classifier("fitted")]
public sealed partial class Fitted : IFittedModel
{
    public IReadOnlyList<string> States { get; } = ["any"];

    public double PredictiveLogDensity { get; private set; } = double.NaN;

    public ModelFit? Fit { get; private set; }

    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        PredictiveLogDensity = -bar.Close;
        Fit = new ModelFit(-1, 1, 1);
        regimes.Set(0, 1);
    }
}
