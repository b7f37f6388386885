namespace Backtest.Fixtures.Middle;

/// <summary>The middle between high and low.</summary>
[IndicatorPlugin("middle", Description = "Tells the middle of each bar's range.")]
public sealed partial class MiddleOfRange : IBarIndicator<double>
{
    private readonly double _factor;

    /// <summary>Halfway between high and low.</summary>
    /// <param name="factor">What it is multiplied by.</param>
    public MiddleOfRange(double factor = 1) => _factor = factor;

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return _factor * (bar.High + bar.Low) / 2;
    }

    public void Reset() => IsReady = false;
}
