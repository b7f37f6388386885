namespace Backtest;

/// <summary>The average price: the mean of open, high, low and close. Ready at the first bar.</summary>
public sealed partial class AveragePrice : IBarIndicator<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        return (bar.Open + bar.High + bar.Low + bar.Close) / 4;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
