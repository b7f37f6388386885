namespace Backtest;

/// <summary>
/// The highest high and the lowest low of the last bars, the current one included; read it one bar ago to leave that out. Ready at the
/// <c>period</c>-th bar.
/// </summary>
/// <remarks>
/// R. Donchian, 1960. Extremes by blocks of one period (M. van Herk, 1992; J. Gil and M. Werman, 1993): three comparisons a bar and
/// extreme whatever the period.
/// </remarks>
public sealed class DonchianChannel : IBarIndicator<ChannelValue>
{
    // Up to the cursor the prices of the newer block, from it on the older block's extremes to its end.
    private readonly double[] _highs;
    private readonly double[] _lows;
    private int _cursor;
    private double _high;
    private double _low;

    /// <summary>The highest high and the lowest low of the last bars.</summary>
    /// <param name="period">How many bars; at least 1. Donchian's is 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public DonchianChannel(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _highs = new double[period];
        _lows = new double[period];
        Reset();
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChannelValue Update(BarEvent bar)
    {
        double high = bar.High;
        double low = bar.Low;
        _highs[_cursor] = high;
        _lows[_cursor] = low;
        _high = Math.Max(_high, high);
        _low = Math.Min(_low, low);
        if (++_cursor == _highs.Length)
            CloseBlock();
        double upper = Math.Max(_highs[_cursor], _high);
        double lower = Math.Min(_lows[_cursor], _low);
        return new ChannelValue(upper, (upper + lower) / 2, lower);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Fill(_highs, double.NaN);
        Array.Fill(_lows, double.NaN);
        StartBlock();
        IsReady = false;
    }

    private void CloseBlock()
    {
        double high = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        for (int row = _highs.Length - 1; row >= 0; row--)
        {
            _highs[row] = high = Math.Max(_highs[row], high);
            _lows[row] = low = Math.Min(_lows[row], low);
        }
        StartBlock();
        IsReady = true;
    }

    private void StartBlock()
    {
        _cursor = 0;
        _high = double.NegativeInfinity;
        _low = double.PositiveInfinity;
    }
}
