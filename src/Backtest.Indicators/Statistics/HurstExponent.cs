namespace Backtest;

/// <summary>
/// How the spread of the last values' changes grows with time: near 0.5 for a random walk, above it where changes continue, below it where they
/// reverse. For logarithms of prices it is the same at any level. Ready at the <c>period</c>-th value. Where nothing moves it is 0.5; where values
/// come back to the same after 2, 4, 8 … bars it is 0.
/// </summary>
/// <remarks>
/// H. E. Hurst, Long-Term Storage Capacity of Reservoirs, 1951; estimated as T. Di Matteo, Multi-Scaling in Finance, 2007, does: half the
/// slope of ln(mean squared change over τ) against ln τ, here for τ = 1, 2, 4 … up to a quarter of the period.
/// </remarks>
public sealed partial class HurstExponent : ISeriesIndicator<double>
{
    private readonly int _period;
    private readonly double[] _recent;
    private readonly double[] _weights;
    private readonly MovingSum[] _squares;
    private int _count;
    private int _cursor;

    /// <summary>How the spread of the last values' changes grows with time.</summary>
    /// <param name="period">Number of values; at least 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 8.</exception>
    public HurstExponent(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 8);
        _period = period;
        int scales = int.Log2(period / 4) + 1;
        _recent = new double[1 << (scales - 1)];
        _squares = new MovingSum[scales];
        _weights = new double[scales];
        double ln2 = DeterministicMath.Log(2);
        for (int scale = 0; scale < scales; scale++)
        {
            _squares[scale] = new MovingSum(period - (1 << scale));
            _weights[scale] = (scale - (scales - 1) / 2.0) * 12 / (scales * (scales * scales - 1.0)) / ln2;
        }
    }

    /// <inheritdoc/>
    public bool IsReady => _squares[0].IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double slope = 0;
        double shortest = double.NaN;
        double least = double.PositiveInfinity;
        for (int scale = 0; scale < _squares.Length && _count >= 1 << scale; scale++)
        {
            int steps = 1 << scale;
            double change = value - _recent[(_cursor - steps) & (_recent.Length - 1)];
            double squares = _squares[scale].Update(change * change);
            slope += _weights[scale] * DeterministicMath.Log(squares / (_period - steps));
            shortest = scale == 0 ? squares : shortest;
            least = Math.Min(least, squares);
        }
        _recent[_cursor] = value;
        _cursor = (_cursor + 1) & (_recent.Length - 1);
        _count = Math.Min(_count + 1, _recent.Length);
        if (!IsReady)
            return double.NaN;
        if (least == 0)
            return shortest == 0 ? 0.5 : 0;
        return slope / 2;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (ref MovingSum squares in _squares.AsSpan())
            squares.Reset();
        _count = 0;
        _cursor = 0;
    }
}
