namespace Backtest;

/// <summary>
/// How disorderly the last values are, from 0 to 1: the Shannon entropy of the orders of neighboring values, over the greatest it can be. 0 where
/// they only rise, or only fall, or rest; near 1 for noise. Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>
/// C. Bandt and B. Pompe, Permutation Entropy: A Natural Complexity Measure for Time Series, 2002. Of equal values the earlier counts as
/// the lower. A bar costs as much as there are orders, whatever the period.
/// </remarks>
public sealed partial class PermutationEntropy : ISeriesIndicator<double>
{
    private readonly double[] _recent;
    private readonly int[] _patterns;
    private readonly int[] _counts;
    private readonly double[] _shares;
    private int _seen;
    private int _cursor;
    private bool _isFull;

    /// <summary>How disorderly the last values are.</summary>
    /// <param name="period">Number of values; above the order.</param>
    /// <param name="order">Number of neighbors that are ordered, from 3 to 5. Bandt and Pompe's are 3 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is not from 3 to 5, or the period not above it.</exception>
    public PermutationEntropy(int period, int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 5);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, order);
        int orders = order switch { 3 => 6, 4 => 24, _ => 120 };
        _recent = new double[order];
        _patterns = new int[period - order + 1];
        _counts = new int[orders];
        _shares = new double[_patterns.Length + 1];
        double greatest = DeterministicMath.Log(orders);
        for (int count = 1; count < _shares.Length; count++)
        {
            double share = count / (double)_patterns.Length;
            _shares[count] = -share * DeterministicMath.Log(share) / greatest;
        }
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        if (!double.IsFinite(value))
            return Restart();
        _recent.AsSpan(1).CopyTo(_recent);
        _recent[^1] = value;
        if (_seen < _recent.Length && ++_seen < _recent.Length)
            return double.NaN;

        int pattern = Pattern();
        if (_isFull)
            _counts[_patterns[_cursor]]--;
        _counts[pattern]++;
        _patterns[_cursor] = pattern;
        if (++_cursor == _patterns.Length)
        {
            _cursor = 0;
            IsReady = _isFull = true;
        }
        return _isFull ? Entropy() : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private double Restart()
    {
        Array.Clear(_counts);
        _seen = 0;
        _cursor = 0;
        _isFull = false;
        return double.NaN;
    }

    // The number of the order among all: for each value how many later ones are below it, as digits (D. H. Lehmer, 1960).
    private int Pattern()
    {
        double[] recent = _recent;
        int pattern = 0;
        for (int place = 0; place < recent.Length - 1; place++)
        {
            int below = 0;
            for (int later = place + 1; later < recent.Length; later++)
                below += recent[later] < recent[place] ? 1 : 0;
            pattern = pattern * (recent.Length - place) + below;
        }
        return pattern;
    }

    private double Entropy()
    {
        double entropy = 0;
        foreach (int count in _counts)
            entropy += _shares[count];
        return entropy;
    }
}
