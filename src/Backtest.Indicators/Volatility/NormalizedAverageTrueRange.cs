namespace Backtest;

/// <summary>
/// The average true range as a percentage of the close, which makes instruments of different prices comparable. Ready at the bar after
/// the <c>period</c>-th.
/// </summary>
/// <remarks>J. Forman, Cross-Market Evaluations with Normalized Average True Range, 2006: 100 × ATR / close.</remarks>
public sealed partial class NormalizedAverageTrueRange : IBarIndicator<double>
{
    private readonly AverageTrueRange _range;

    /// <summary>The average true range as a percentage of the close.</summary>
    /// <param name="period">Period of the smoothing; at least 1. Forman's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public NormalizedAverageTrueRange(int period) => _range = new AverageTrueRange(period);

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar) => 100 * (_range.Update(bar) / bar.Close);

    /// <inheritdoc/>
    public void Reset() => _range.Reset();
}
