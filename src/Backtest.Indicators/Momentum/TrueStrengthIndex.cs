namespace Backtest;

/// <summary>
/// The true strength index: the change of each value, smoothed twice, as a percentage of the size of changes smoothed alike, from −100 to
/// 100. Ready at value <c>slow</c> + <c>fast</c>. Zero where nothing has moved.
/// </summary>
/// <remarks>W. Blau, True Strength Index, Stocks and Commodities 9:11, 1991.</remarks>
public sealed partial class TrueStrengthIndex : ISeriesIndicator<double>
{
    private SeededAverage _slowChange;
    private SeededAverage _fastChange;
    private SeededAverage _slowSize;
    private SeededAverage _fastSize;
    private double _previous = double.NaN;

    /// <summary>The true strength index.</summary>
    /// <param name="slow">Period of the first exponential average; at least 1. Blau's is 25.</param>
    /// <param name="fast">Period of the second exponential average; at least 1. Blau's is 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public TrueStrengthIndex(int slow, int fast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        _slowChange = _slowSize = new SeededAverage(slow, 2 / (slow + 1.0));
        _fastChange = _fastSize = new SeededAverage(fast, 2 / (fast + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _fastSize.IsReady;

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
        double slowChange = _slowChange.Update(change);
        double slowSize = _slowSize.Update(Math.Abs(change));
        if (!_slowSize.IsReady)
            return double.NaN;
        double strength = _fastChange.Update(slowChange);
        double size = _fastSize.Update(slowSize);
        return size == 0 ? 0 : 100 * (strength / size);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _slowChange.Reset();
        _fastChange.Reset();
        _slowSize.Reset();
        _fastSize.Reset();
        _previous = double.NaN;
    }
}
