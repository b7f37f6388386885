namespace Backtest;

/// <summary>
/// The middle of the last values in ascending order; for an even number, the mean of the two in the middle. Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>J. W. Tukey, Exploratory Data Analysis, 1977, smooths by running medians: a single outlier has no effect.</remarks>
public sealed partial class Median : ISeriesIndicator<double>
{
    private readonly int _period;
    private SortedWindow _window;

    /// <summary>The middle of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Median(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _window = new SortedWindow(period);
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        if (!double.IsFinite(value))
        {
            _window.Reset();
            return double.NaN;
        }

        _window.Update(value);
        IsReady |= _window.IsReady;
        return _window.IsReady ? 0.5 * (_window[(_period - 1) / 2] + _window[_period / 2]) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _window.Reset();
        IsReady = false;
    }
}
