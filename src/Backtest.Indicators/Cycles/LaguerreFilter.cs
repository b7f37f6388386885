namespace Backtest;

/// <summary>The Laguerre filter: a smoothing of few values that reaches far back. Ready at the first value.</summary>
/// <remarks>J. F. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004: weights 1, 2, 2 and 1.</remarks>
public sealed partial class LaguerreFilter : ISeriesIndicator<double>
{
    private LaguerreElements _elements;

    /// <summary>The Laguerre filter.</summary>
    /// <param name="damping">How much of the past is kept, from 0 to below 1. Ehlers' gamma is 0.8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The damping is not from 0 to below 1.</exception>
    public LaguerreFilter(double damping)
    {
        Require.FromZeroBelow(1, damping);
        _elements = new LaguerreElements(damping);
    }

    /// <inheritdoc/>
    public bool IsReady => _elements.IsStarted;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _elements.Update(value);
        double first = _elements.First;
        return first + (2 * (_elements.Second - first) + 2 * (_elements.Third - first) + (_elements.Fourth - first)) / 6;
    }

    /// <inheritdoc/>
    public void Reset() => _elements.Reset();
}
