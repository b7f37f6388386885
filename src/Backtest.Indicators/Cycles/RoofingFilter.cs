namespace Backtest;

/// <summary>
/// The roofing filter: the part of the values that a high-pass filter and the super smoother leave: cycles between two periods, about zero and in
/// their unit. Ready at the <c>longest</c>-th value.
/// </summary>
/// <remarks>J. F. Ehlers, Cycle Analytics for Traders, 2013.</remarks>
public sealed partial class RoofingFilter : ISeriesIndicator<double>
{
    private readonly double _highPass;
    private readonly int _longest;
    private TwoPoleSmoother _smoother;
    private int _count;
    private double _value;
    private double _change;
    private double _passed;
    private double _previous;

    /// <summary>The roofing filter.</summary>
    /// <param name="longest">The longest cycle that passes, in bars; at least 3. Ehlers' is 48.</param>
    /// <param name="shortest">The shortest, in bars; at least 2. Ehlers' is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The longest cycle is below 3, or the shortest below 2.</exception>
    public RoofingFilter(int longest, int shortest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 2);
        _longest = longest;
        _smoother = new TwoPoleSmoother(shortest);

        double angle = Math.Sqrt(2) * Math.PI / longest;
        double cosine = DeterministicMath.Cos(angle);
        _highPass = (cosine + DeterministicMath.Sin(angle) - 1) / cosine;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        if (!double.IsFinite(value))
            return Restart();
        if (_count == 0)
            _value = value;
        double change = value - _value;
        double kept = 1 - _highPass;
        double gain = (1 - _highPass / 2) * (1 - _highPass / 2);
        double passed = gain * (change - _change) + 2 * kept * _passed - kept * kept * _previous;
        _value = value;
        _change = change;
        _previous = _passed;
        _passed = passed;

        double filtered = _smoother.Update(passed);
        if (_count < _longest)
            _count++;
        IsReady |= _count == _longest;
        return _count == _longest ? filtered : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private double Restart()
    {
        _smoother.Reset();
        _count = 0;
        _change = 0;
        _passed = 0;
        _previous = 0;
        return double.NaN;
    }
}
