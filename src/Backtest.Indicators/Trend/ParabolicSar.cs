namespace Backtest;

/// <summary>
/// The parabolic stop and reversal: a stop that nears the price faster with each new extreme, and turns where the price passes it. Ready at
/// the second bar.
/// </summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. He leaves the first direction open: here it is that of the larger
/// movement from the first bar to the second, rising where both are equal.
/// </remarks>
public sealed partial class ParabolicSar : IBarIndicator<StopValue>
{
    private readonly double _step;
    private readonly double _maximum;
    private double _stop;
    private double _extreme;
    private double _acceleration;
    private bool _isRising;
    private double _previousHigh = double.NaN;
    private double _previousLow;

    /// <summary>The parabolic stop and reversal.</summary>
    /// <param name="step">How much each new extreme speeds the stop up; above 0. Wilder's is 0.02.</param>
    /// <param name="maximum">
    /// The most it may be sped up to, as a fraction of the distance to the extreme; from 0 to 1. Wilder's is 0.2.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a finite number above 0, or the maximum not from 0 to 1.</exception>
    public ParabolicSar(double step, double maximum)
    {
        Require.AboveZero(step);
        Require.FromZeroToOne(maximum);
        _step = step;
        _maximum = maximum;
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
        StopValue value = Undefined;
        if (IsReady)
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
        _previousHigh = double.NaN;
        IsReady = false;
    }

    private StopValue Begin(double high, double low)
    {
        IsReady = true;
        _isRising = high - _previousHigh >= _previousLow - low;
        _stop = _isRising ? _previousLow : _previousHigh;
        _extreme = _isRising ? _previousHigh : _previousLow;
        _acceleration = Math.Min(_step, _maximum);
        return Advance(high, low);
    }

    private StopValue Advance(double high, double low)
    {
        if (_isRising ? low < _stop : high > _stop)
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

    private void Extend(double extreme)
    {
        _extreme = extreme;
        _acceleration = Math.Min(_acceleration + _step, _maximum);
    }

    private void Reverse(double high, double low)
    {
        _stop = _isRising ? Math.Max(_extreme, high) : Math.Min(_extreme, low);
        _isRising = !_isRising;
        _extreme = _isRising ? high : low;
        _acceleration = Math.Min(_step, _maximum);
    }
}
