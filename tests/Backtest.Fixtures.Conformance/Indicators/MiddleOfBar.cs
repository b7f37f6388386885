namespace Backtest.Fixtures;

/// <summary>The middle between high and low, times a factor; obeys every law.</summary>
[IndicatorPlugin("middle-of-bar", Description = "Tells the middle of a bar.")]
public sealed partial class MiddleOfBar(double factor = 1) : IBarIndicator<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return factor * (bar.High + bar.Low) / 2;
    }

    public void Reset() => IsReady = false;
}
