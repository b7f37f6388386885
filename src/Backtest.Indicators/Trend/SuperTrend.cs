namespace Backtest;

/// <summary>
/// The supertrend: a stop some average true ranges from the median price, which only moves with the trend and changes sides when the close passes it.
/// Ready at the bar after the <c>period</c>-th.
/// </summary>
/// <remarks>O. Seban, Tout le monde mérite d'être riche, 2008. It begins rising if the close is at or above the median price.</remarks>
public sealed partial class SuperTrend : IBarIndicator<StopValue>
{
    private readonly double _multiple;
    private readonly AverageTrueRange _range;
    private double _upper;
    private double _lower;
    private bool _isRising;
    private bool _isRunning;
    private double _previousClose;

    /// <summary>The supertrend.</summary>
    /// <param name="period">Period of the average true range; at least 1. Seban's is 10.</param>
    /// <param name="multiple">How many average true ranges the stop is from the median price; above 0. Seban's is 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the multiple is not a finite number above 0.</exception>
    public SuperTrend(int period, double multiple)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.AboveZero(multiple);
        _multiple = multiple;
        _range = new AverageTrueRange(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public StopValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public StopValue Update(BarEvent bar)
    {
        double width = _multiple * _range.Update(bar);
        double middle = (bar.High + bar.Low) / 2;
        bool isDefined = double.IsFinite(width + middle + bar.Close);
        if (isDefined)
            Follow(middle, width, bar.Close, isFirst: !_isRunning);
        _isRunning = isDefined;
        _previousClose = bar.Close;
        return isDefined ? new StopValue(_isRising ? _lower : _upper, _isRising ? 1 : -1) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _isRunning = false;
    }

    private void Follow(double middle, double width, double close, bool isFirst)
    {
        double upper = middle + width;
        double lower = middle - width;
        _upper = isFirst || upper < _upper || Threshold.IsPassed(_previousClose, _upper, close) ? upper : _upper;
        _lower = isFirst || lower > _lower || Threshold.IsPassed(_lower, _previousClose, close) ? lower : _lower;
        if (isFirst)
            _isRising = Threshold.IsReached(close, middle, close);
        else if (_isRising ? Threshold.IsPassed(_lower, close, close) : Threshold.IsPassed(close, _upper, close))
            _isRising = !_isRising;
    }
}
