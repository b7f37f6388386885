using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>The highest and the lowest of the last values; not a number until there are as many as the period.</summary>
/// <remarks>
/// By blocks of one period (M. van Herk, 1992; J. Gil and M. Werman, 1993): three comparisons a bar and extreme, whatever the period.
/// </remarks>
internal struct MovingExtremes
{
    // Up to the cursor the values of the newer block, from it on the older block's extremes to its end.
    private readonly double[] _highs;
    private readonly double[] _lows;
    private int _cursor;
    private double _high;
    private double _low;

    /// <summary>Extremes of the last values.</summary>
    /// <param name="period">How many values; at least 1.</param>
    public MovingExtremes(int period)
    {
        _highs = new double[period];
        _lows = new double[period];
        Reset();
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The highest.</summary>
    public double Highest { get; private set; }

    /// <summary>The lowest.</summary>
    public double Lowest { get; private set; }

    /// <summary>Halfway between.</summary>
    public readonly double Middle => (Highest + Lowest) / 2;

    /// <summary>Takes the next value.</summary>
    public void Update(double value) => Update(value, value);

    /// <summary>Takes the highs and lows of the next bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double high, double low)
    {
        _highs[_cursor] = high;
        _lows[_cursor] = low;
        _high = Math.Max(_high, high);
        _low = Math.Min(_low, low);
        if (++_cursor == _highs.Length)
            CloseBlock();
        Highest = Math.Max(_highs[_cursor], _high);
        Lowest = Math.Min(_lows[_cursor], _low);
    }

    /// <summary>Where a value lies between the lowest, 0, and the highest, 1; halfway where they are one.</summary>
    public readonly double PositionOf(double value) => Highest == Lowest ? 0.5 : (value - Lowest) / (Highest - Lowest);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_highs, double.NaN);
        Array.Fill(_lows, double.NaN);
        Highest = Lowest = double.NaN;
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
