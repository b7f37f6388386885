namespace Backtest;

/// <summary>
/// The Laguerre relative strength index: the rises between the elements of a Laguerre filter as a share of all their differences, from 0 to 1. Ready
/// at the first value. Halfway, 0.5, if nothing has moved.
/// </summary>
/// <remarks>J. F. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004.</remarks>
public sealed partial class LaguerreRsi : ISeriesIndicator<double>
{
    private LaguerreElements _elements;

    /// <summary>The Laguerre relative strength index.</summary>
    /// <param name="damping">How much of the past is kept, from 0 to below 1. Ehlers' gamma is 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The damping is not from 0 to below 1.</exception>
    public LaguerreRsi(double damping)
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
        double first = _elements.First - _elements.Second;
        double second = _elements.Second - _elements.Third;
        double third = _elements.Third - _elements.Fourth;
        double rises = Math.Max(first, 0) + Math.Max(second, 0) + Math.Max(third, 0);
        double moves = Math.Abs(first) + Math.Abs(second) + Math.Abs(third);
        return moves == 0 ? 0.5 : rises / moves;
    }

    /// <inheritdoc/>
    public void Reset() => _elements.Reset();
}
