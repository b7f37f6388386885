namespace Backtest;

/// <summary>
/// How deep and how long the values were below their recent high: the root of the mean squared drawdown, in percent. Ready at value 2 × <c>period</c>
/// − 1. Values are above zero.
/// </summary>
/// <remarks>
/// P. G. Martin and B. McCann, The Investor's Guide to Fidelity Funds, 1989; each drawdown is from the highest of the <c>period</c> values
/// up to it.
/// </remarks>
public sealed partial class UlcerIndex : ISeriesIndicator<double>
{
    private readonly double _period;
    private MovingExtremes _extremes;
    private MovingSum _squares;

    /// <summary>The root of the mean squared drawdown.</summary>
    /// <param name="period">Number of values, for the highest and for the mean; at least 1. Martin's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public UlcerIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _extremes = new MovingExtremes(period);
        _squares = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _squares.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _extremes.Update(value);
        if (!_extremes.IsReady)
            return double.NaN;
        double drawdown = 100 * (value / _extremes.Highest - 1);
        return Math.Sqrt(_squares.Update(drawdown * drawdown) / _period);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _extremes.Reset();
        _squares.Reset();
    }
}
