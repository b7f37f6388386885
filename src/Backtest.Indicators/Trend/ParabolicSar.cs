namespace Backtest;

/// <summary>
/// The parabolic stop and reversal: a stop that nears the price faster with each new extreme, and turns where the price touches it. Ready at
/// the second bar.
/// </summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. He begins with an earlier trade; this begins as TA-Lib does: falling where the
/// second bar has more movement down than up, else rising; the first stop is the first bar's other extreme, and the second bar's own extreme is the
/// first, which does not speed the stop up.
/// </remarks>
public sealed partial class ParabolicSar : IBarIndicator<StopValue>
{
    private readonly double _step;
    private readonly double _maximum;
    private readonly bool _turnsOnTouch;
    private double _stop;
    private double _extreme;
    private double _acceleration;
    private bool _isRising;
    private bool _isRunning;
    private double _previousHigh = double.NaN;
    private double _previousLow;

    /// <summary>The parabolic stop and reversal.</summary>
    /// <param name="step">How much each new extreme speeds the stop up; above 0. Wilder's is 0.02.</param>
    /// <param name="maximum">
    /// The most it may be sped up to, as a fraction of the distance to the extreme; from 0 to 1. Wilder's is 0.2.
    /// </param>
    /// <param name="reversal">What reverses the stop. Wilder's is <see cref="StopReversal.Touched"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ParabolicSar(double step, double maximum, StopReversal reversal)
    {
        Require.AboveZero(step);
        Require.FromZeroToOne(maximum);
        _step = step;
        _maximum = maximum;
        _turnsOnTouch = reversal == StopReversal.Touched;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public StopValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public StopValue Update(BarEvent bar)
    {
        double high = bar.High;
        double low = bar.Low;
        if (!double.IsFinite(high - low))
            return Restart();

        StopValue value = Undefined;
        if (_isRunning)
            value = Advance(high, low);
        else if (!double.IsNaN(_previousHigh))
            value = Begin(high, low);
        _previousHigh = high;
        _previousLow = low;
        return value;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private StopValue Restart()
    {
        _previousHigh = double.NaN;
        _isRunning = false;
        return Undefined;
    }

    private StopValue Begin(double high, double low)
    {
        IsReady = _isRunning = true;
        double up = high - _previousHigh;
        double down = _previousLow - low;
        _isRising = down <= 0 || Threshold.IsReached(up, down, high);
        _stop = _isRising ? _previousLow : _previousHigh;
        _extreme = _isRising ? high : low;
        _acceleration = Math.Min(_step, _maximum);
        return Advance(high, low);
    }

    private StopValue Advance(double high, double low)
    {
        if (_isRising ? Turns(_stop, low, high) : Turns(high, _stop, high))
            Reverse(high, low);
        else if (_isRising ? high > _extreme : low < _extreme)
            Extend(_isRising ? high : low);
        var value = new StopValue(_stop, _isRising ? 1 : -1);

        // Tomorrow's stop; never beyond the prices of today and of the bar before.
        double next = _extreme - (_extreme - _stop) * (1 - _acceleration);
        _stop = _isRising
            ? Math.Min(next, Math.Min(low, _previousLow))
            : Math.Max(next, Math.Max(high, _previousHigh));
        return value;
    }

    private bool Turns(double upper, double lower, double price) =>
        _turnsOnTouch ? Threshold.IsReached(upper, lower, price) : Threshold.IsPassed(upper, lower, price);

    private void Extend(double extreme)
    {
        _extreme = extreme;
        _acceleration = Math.Min(_acceleration + _step, _maximum);
    }

    private void Reverse(double high, double low)
    {
        _stop = _isRising
            ? Math.Max(_extreme, Math.Max(high, _previousHigh))
            : Math.Min(_extreme, Math.Min(low, _previousLow));
        _isRising = !_isRising;
        _extreme = _isRising ? high : low;
        _acceleration = Math.Min(_step, _maximum);
    }
}
