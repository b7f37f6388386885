namespace Backtest;

/// <summary>
/// The pretty good oscillator: how many average true ranges the close is from its mean. Ready at the bar after the <c>period</c>-th. Zero if nothing
/// has moved.
/// </summary>
/// <remarks>M. Johnson, 2000; the range by Wilder's average.</remarks>
public sealed partial class PrettyGoodOscillator : IBarIndicator<double>
{
    private readonly AverageTrueRange _range;
    private MovingMean _mean;

    /// <summary>The pretty good oscillator.</summary>
    /// <param name="period">Period of the mean and of the range; at least 1. Usually 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public PrettyGoodOscillator(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _range = new AverageTrueRange(period);
        _mean = new MovingMean(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double range = _range.Update(bar);
        double distance = bar.Close - _mean.Update(bar.Close);
        return range == 0 ? 0 : distance / range;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _mean.Reset();
    }
}
