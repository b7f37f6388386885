namespace Backtest;

/// <summary>The weighted close: the mean of high, low and twice the close. Ready at the first bar.</summary>
public sealed partial class WeightedClose : IBarIndicator<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        return (bar.High + bar.Low + 2 * bar.Close) / 4;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
