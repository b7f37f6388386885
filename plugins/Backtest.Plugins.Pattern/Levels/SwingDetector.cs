namespace Backtest.Plugins.Pattern;

/// <summary>
/// Finds swing highs and lows: a bar higher (lower) than some bars on each side of it. A swing is known only once the bars after it have
/// closed; nothing is allocated.
/// </summary>
public sealed class SwingDetector
{
    private readonly int _side;
    private readonly double[] _highs;
    private readonly double[] _lows;
    private int _next;
    private int _count;

    /// <summary>A detector before its first bar.</summary>
    /// <param name="side">The bars on each side of a swing; at least 1.</param>
    public SwingDetector(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        _side = side;
        _highs = new double[2 * side + 1];
        _lows = new double[2 * side + 1];
    }

    /// <summary>The swing high the last bar confirmed; <see langword="null"/>: none.</summary>
    public double? High { get; private set; }

    /// <summary>The swing low the last bar confirmed; <see langword="null"/>: none.</summary>
    public double? Low { get; private set; }

    /// <summary>Takes the next bar. Of equal bars side by side the first is the swing.</summary>
    /// <param name="high">The bar's highest price.</param>
    /// <param name="low">The bar's lowest price.</param>
    public void Update(double high, double low)
    {
        _highs[_next] = high;
        _lows[_next] = low;
        _next = (_next + 1) % _highs.Length;
        _count = Math.Min(_count + 1, _highs.Length);
        if (_count < _highs.Length)
            return;

        int middle = (_next + _side) % _highs.Length;
        High = IsPeak(_highs, middle, sign: 1) ? _highs[middle] : null;
        Low = IsPeak(_lows, middle, sign: -1) ? _lows[middle] : null;
    }

    private bool IsPeak(double[] prices, int middle, int sign)
    {
        double peak = sign * prices[middle];
        for (int i = 1; i <= _side; i++)
        {
            double before = sign * prices[(middle - i + prices.Length) % prices.Length];
            double after = sign * prices[(middle + i) % prices.Length];
            if (before >= peak || after > peak)
                return false;
        }

        return true;
    }
}
