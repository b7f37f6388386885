namespace Backtest;

/// <summary>The super smoother: a filter that removes cycles shorter than a period with little lag. Ready at the <c>period</c>-th value.</summary>
/// <remarks>J. F. Ehlers, Cycle Analytics for Traders, 2013.</remarks>
public sealed partial class SuperSmoother : ISeriesIndicator<double>
{
    private readonly int _period;
    private TwoPoleSmoother _smoother;
    private int _count;

    /// <summary>The super smoother.</summary>
    /// <param name="period">The shortest cycle that passes, in bars; at least 2. Ehlers' is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public SuperSmoother(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _period = period;
        _smoother = new TwoPoleSmoother(period);
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double filtered = _smoother.Update(value);
        _count = double.IsFinite(filtered) ? Math.Min(_count + 1, _period) : 0;
        IsReady |= _count == _period;
        return _count == _period ? filtered : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _smoother.Reset();
        _count = 0;
        IsReady = false;
    }
}
