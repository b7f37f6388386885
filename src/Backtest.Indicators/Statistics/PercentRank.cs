namespace Backtest;

/// <summary>
/// The share of the last values that are below the newest, from 0 to below 1; the newest is one of them. Ready at the <c>period</c>-th
/// value.
/// </summary>
/// <remarks>L. Connors and C. Alvarez, Short Term Trading Strategies That Work, 2008.</remarks>
public sealed partial class PercentRank : ISeriesIndicator<double>
{
    private readonly double _period;
    private SortedWindow _window;

    /// <summary>The share of the last values that are below the newest.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public PercentRank(int period)
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

        double below = _window.Update(value);
        IsReady |= _window.IsReady;
        return _window.IsReady ? below / _period : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _window.Reset();
        IsReady = false;
    }
}
