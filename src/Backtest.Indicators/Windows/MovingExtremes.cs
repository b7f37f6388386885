using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>The highest and the lowest of the last values; not a number until there are as many as the period.</summary>
/// <remarks>
/// By blocks of one period (M. van Herk, 1992; J. Gil and M. Werman, 1993): three comparisons a bar and extreme, whatever the period.
/// </remarks>
internal struct MovingExtremes
{
    // Up to the cursor, the values of the newer block; from there on, the older block's extremes to its end.
    private readonly double[] _highs;
    private readonly double[] _lows;
    private int _cursor;
    private double _high;
    private double _low;

    /// <summary>Extremes of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
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

    /// <summary>Takes the highs and lows of the next bars.</summary>
    /// <param name="highs">The highs.</param>
    /// <param name="lows">The lows.</param>
    /// <param name="highest">Receives the highest at each.</param>
    /// <param name="lowest">Receives the lowest at each.</param>
    public void Update(ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, Span<double> highest, Span<double> lowest)
    {
        for (int row = 0; row < highs.Length; row++)
        {
            row += UpdateInBlock(highs[row..], lows[row..], highest[row..], lowest[row..]);
            if (row == highs.Length)
                return;
            Update(highs[row], lows[row]);
            highest[row] = Highest;
            lowest[row] = Lowest;
        }
    }

    /// <summary>Where a value lies between the lowest, 0, and the highest, 1; halfway if they are equal.</summary>
    public readonly double PositionOf(double value) => PositionOf(value, Lowest, Highest);

    /// <summary>Where a value lies between a lowest, 0, and a highest, 1; halfway if they are equal.</summary>
    public static double PositionOf(double value, double lowest, double highest) =>
        highest == lowest ? 0.5 : (value - lowest) / Finite(highest - lowest);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_highs, double.NaN);
        Array.Fill(_lows, double.NaN);
        Highest = Lowest = double.NaN;
        StartBlock();
        IsReady = false;
    }

    /// <summary>Takes bars up to the last but one of the block, with what changes in registers.</summary>
    /// <returns>How many.</returns>
    // An infinite range would make every position 0: it is no range.
    private static double Finite(double range) => range + (range - range);

    private int UpdateInBlock(ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, Span<double> highest, Span<double> lowest)
    {
        int count = Math.Min(highs.Length, _highs.Length - 1 - _cursor);
        if (count == 0)
            return 0;
        ReadOnlySpan<double> olderHighs = _highs.AsSpan(_cursor + 1, count);
        ReadOnlySpan<double> olderLows = _lows.AsSpan(_cursor + 1, count);
        (double high, double low) = (_high, _low);
        for (int row = 0; row < count; row++)
        {
            high = Math.Max(high, highs[row]);
            low = Math.Min(low, lows[row]);
            highest[row] = Math.Max(olderHighs[row], high);
            lowest[row] = Math.Min(olderLows[row], low);
        }

        // Only now: the old values there are read until this point.
        highs[..count].CopyTo(_highs.AsSpan(_cursor));
        lows[..count].CopyTo(_lows.AsSpan(_cursor));
        (_high, _low) = (high, low);
        (Highest, Lowest) = (highest[count - 1], lowest[count - 1]);
        _cursor += count;
        return count;
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
