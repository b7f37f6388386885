namespace Backtest;

/// <summary>
/// The correlation of two fields over the last bars, such as close and volume, from −1 to 1. Ready at the <c>period</c>-th bar. Zero where
/// either does not vary.
/// </summary>
/// <remarks>
/// K. Pearson, 1895. Two series that are no fields of one bar, such as two instruments, go in pair by pair through
/// <see cref="Update(double, double)"/>.
/// </remarks>
public sealed class Correlation : IBarIndicator<double>
{
    private readonly BarField _first;
    private readonly BarField _second;
    private MovingComoments _pairs;

    /// <summary>The correlation of two fields over the last bars.</summary>
    /// <param name="period">How many bars; at least 2.</param>
    /// <param name="first">The one field.</param>
    /// <param name="second">The other field.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public Correlation(int period, BarField first, BarField second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _first = first;
        _second = second;
        _pairs = new MovingComoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _pairs.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar) => Update(bar[_first], bar[_second]);

    /// <summary>Takes the next pair, whatever it is of.</summary>
    /// <param name="first">The number of the one series.</param>
    /// <param name="second">The number of the other series.</param>
    /// <returns>The correlation; not a number until it is ready.</returns>
    public double Update(double first, double second)
    {
        _pairs.Update(first, second);
        return _pairs.Correlation;
    }

    /// <inheritdoc/>
    public void Reset() => _pairs.Reset();
}
