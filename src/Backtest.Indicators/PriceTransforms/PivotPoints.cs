namespace Backtest;

/// <summary>
/// The floor traders' pivot points: from the bar that closed, levels for the next one. With daily bars, the levels come from the day before. Ready at
/// the first bar.
/// </summary>
/// <remarks>J. L. Person, A Complete Guide to Technical Trading Tactics, 2004.</remarks>
public sealed partial class PivotPoints : IBarIndicator<PivotValue>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public PivotValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public PivotValue Update(BarEvent bar)
    {
        IsReady = true;
        double high = bar.High;
        double low = bar.Low;
        double close = bar.Close;
        double range = high - low;
        double pivot = close + (high - close + (low - close)) / 3;
        double toHigh = high - pivot;
        double toLow = pivot - low;
        return new PivotValue(
            pivot, pivot + toLow, pivot + range, high + 2 * toLow, pivot - toHigh, pivot - range, low - 2 * toHigh);
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
