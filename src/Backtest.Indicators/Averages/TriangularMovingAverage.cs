namespace Backtest;

/// <summary>The mean of means: its weights rise to the middle of the window and fall again. Ready at the <c>period</c>-th value.</summary>
/// <remarks>Two simple averages in a row; for an even period the second is one longer, so that together they span the period.</remarks>
public sealed partial class TriangularMovingAverage : ISeriesIndicator<double>
{
    private MovingMean _first;
    private MovingMean _second;

    /// <summary>The triangular moving average.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public TriangularMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _first = new MovingMean((period + 1) / 2);
        _second = new MovingMean(period / 2 + 1);
    }

    /// <inheritdoc/>
    public bool IsReady => _second.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double first = _first.Update(value);
        return _first.IsReady ? _second.Update(first) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _first.Reset();
        _second.Reset();
    }
}
