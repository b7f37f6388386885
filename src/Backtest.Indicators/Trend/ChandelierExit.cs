namespace Backtest;

/// <summary>
/// The chandelier exit: stops some average true ranges under the highest high and over the lowest low of the last bars. Ready at the bar
/// after the <c>period</c>-th.
/// </summary>
/// <remarks>C. Le Beau, in A. Elder, Come into My Trading Room, 2002.</remarks>
public sealed partial class ChandelierExit : IBarIndicator<ChandelierValue>
{
    private readonly double _multiple;
    private readonly AverageTrueRange _range;
    private MovingExtremes _extremes;

    /// <summary>The chandelier exit.</summary>
    /// <param name="period">Period of the extremes and of the average true range; at least 1. Le Beau's is 22.</param>
    /// <param name="multiple">How many average true ranges a stop is from the extreme; above 0. Le Beau's is 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the multiple is not a finite number above 0.</exception>
    public ChandelierExit(int period, double multiple)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.AboveZero(multiple);
        _multiple = multiple;
        _range = new AverageTrueRange(period);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public ChandelierValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChandelierValue Update(BarEvent bar)
    {
        _extremes.Update(bar.High, bar.Low);
        double width = _multiple * _range.Update(bar);
        double shortStop = _extremes.Lowest + width;
        double longStop = _extremes.Highest - width;
        return IsReady ? new ChandelierValue(longStop, shortStop) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _extremes.Reset();
    }
}
