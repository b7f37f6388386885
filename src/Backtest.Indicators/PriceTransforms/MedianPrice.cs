namespace Backtest;

/// <summary>The median price: halfway between high and low. Ready at the first bar.</summary>
public sealed partial class MedianPrice : IBarIndicator<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        return (bar.High + bar.Low) / 2;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
