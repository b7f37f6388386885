namespace Backtest;

/// <summary>
/// The relative momentum index: the relative strength index of changes over several values rather than one, from 0 to 100. Ready at value
/// <c>period</c> + <c>lookback</c>. If nothing has moved at all, it is 50, the middle.
/// </summary>
/// <remarks>R. Altman, Relative Momentum Index: Modifying RSI, Stocks and Commodities 11:2, 1993.</remarks>
public sealed partial class RelativeMomentumIndex : ISeriesIndicator<double>
{
    private Delay _earlier;
    private SeededAverage _rises;
    private SeededAverage _falls;

    /// <summary>The relative momentum index.</summary>
    /// <param name="period">Period of Wilder's smoothing; at least 1. Altman's is 20.</param>
    /// <param name="lookback">How many values ago a change began; at least 1. Altman's is 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period or the lookback is below 1.</exception>
    public RelativeMomentumIndex(int period, int lookback)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lookback, 1);
        _earlier = new Delay(lookback);
        _rises = _falls = new SeededAverage(period, 1.0 / period);
    }

    /// <inheritdoc/>
    public bool IsReady => _falls.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double change = value - _earlier.Update(value);
        if (!_earlier.IsReady)
            return double.NaN;
        double size = Math.Abs(change);
        double rises = _rises.Update(0.5 * (size + change));
        double falls = _falls.Update(0.5 * (size - change));
        double moves = rises + falls;
        return moves == 0 ? 50 : 100 * (rises / moves);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _earlier.Reset();
        _rises.Reset();
        _falls.Reset();
    }
}
