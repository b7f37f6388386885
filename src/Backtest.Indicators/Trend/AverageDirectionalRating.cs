namespace Backtest;

/// <summary>
/// The average directional index rating: the mean of the average directional index and of its value a period ago, from 0 to 100. Ready at bar 3 ×
/// <c>period</c>.
/// </summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.</remarks>
public sealed partial class AverageDirectionalRating : IBarIndicator<double>
{
    private readonly AverageDirectionalIndex _index;
    private Delay _earlier;

    /// <summary>The average directional index rating.</summary>
    /// <param name="period">Period of the index, and how long ago it is read; at least 1. Wilder's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public AverageDirectionalRating(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _index = new AverageDirectionalIndex(period);
        _earlier = new Delay(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _earlier.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double index = _index.Update(bar).Adx;
        return _index.IsReady ? (index + _earlier.Update(index)) / 2 : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _index.Reset();
        _earlier.Reset();
    }
}
