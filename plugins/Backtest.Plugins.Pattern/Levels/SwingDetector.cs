namespace Backtest.Plugins.Pattern;

/// <summary>
/// Finds swing highs and lows: bars that are higher (lower) than a number of bars on each side of them. A swing is known only once the bars after it
/// have closed. Nothing is allocated.
/// </summary>
public sealed class SwingDetector
{
    private readonly int _side;
    private readonly double[] _highs;
    private readonly double[] _lows;
    private int _next;
    private int _count;

    /// <summary>Creates a detector that has seen no bar.</summary>
    /// <param name="side">The number of bars on each side of a swing; at least 1.</param>
    public SwingDetector(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        _side = side;
        _highs = new double[2 * side + 1];
        _lows = new double[2 * side + 1];
    }

    /// <summary>The swing high confirmed by the last bar; <see langword="null"/> if there is none.</summary>
    public double? High { get; private set; }

    /// <summary>The swing low confirmed by the last bar; <see langword="null"/> if there is none.</summary>
    public double? Low { get; private set; }

    /// <summary>Processes the next bar. Of equal adjacent bars, the first is the swing.</summary>
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
