namespace Backtest;

/// <summary>
/// The relative strength index: the smoothed rises as a percentage of smoothed rises and falls, from 0 to 100. Ready at the value after the
/// <c>period</c>-th. If nothing has moved at all, it is 50, the middle.
/// </summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978: 100 − 100 / (1 + rises / falls).</remarks>
public sealed partial class RelativeStrengthIndex : ISeriesIndicator<double>
{
    private SeededAverage _rises;
    private SeededAverage _falls;
    private double _previous = double.NaN;

    /// <summary>The relative strength index.</summary>
    /// <param name="period">Period of the smoothing, in changes; at least 1. Wilder's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public RelativeStrengthIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _rises = new SeededAverage(period, 1.0 / period);
        _falls = _rises;
    }

    /// <inheritdoc/>
    public bool IsReady => _falls.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double previous = _previous;
        double change = value - previous;
        _previous = value;
        if (!double.IsFinite(previous))
            return double.NaN;

        // Exactly the rise or zero, and the fall or zero: a branch here would be mispredicted at every other bar.
        double size = Math.Abs(change);
        double rises = _rises.Update(0.5 * (size + change));
        double falls = _falls.Update(0.5 * (size - change));
        double moves = rises + falls;
        return moves == 0 ? 50 : 100 * (rises / moves);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _rises.Reset();
        _falls.Reset();
        _previous = double.NaN;
    }
}
