namespace Backtest;

/// <summary>
/// The Keltner channel: the exponential average of closes, and some average true ranges above and below. Ready at the <c>period</c>-th bar
/// or at the bar after the <c>range</c>-th, whichever is later.
/// </summary>
/// <remarks>C. W. Keltner, How to Make Money in Commodities, 1960, in the form of L. B. Raschke.</remarks>
public sealed partial class KeltnerChannel : IBarIndicator<ChannelValue>
{
    private readonly double _multiple;
    private readonly AverageTrueRange _range;
    private SeededAverage _average;

    /// <summary>The Keltner channel.</summary>
    /// <param name="period">Period of the average of closes; at least 1. Raschke's is 20.</param>
    /// <param name="range">Period of the average true range; at least 1. Raschke's is 10.</param>
    /// <param name="multiple">How many average true ranges the lines are from the middle; above 0. Usually 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1, or the multiple is not a finite number above 0.</exception>
    public KeltnerChannel(int period, int range, double multiple)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(range, 1);
        Require.AboveZero(multiple);
        _multiple = multiple;
        _range = new AverageTrueRange(range);
        _average = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady && _range.IsReady;

    /// <inheritdoc/>
    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChannelValue Update(BarEvent bar)
    {
        double middle = _average.Update(bar.Close);
        double width = _multiple * _range.Update(bar);
        return IsReady ? new ChannelValue(middle + width, middle, middle - width) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _average.Reset();
        _range.Reset();
    }
}
