using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>The mean of the last values; not a number until there are as many as the period.</summary>
/// <remarks>
/// A running sum that adds the new value and subtracts the old one drifts. Here values are handled in blocks of one period: when a block is full its
/// sums from each position to its end are formed, and each window is such a sum of the older block and the sum of the newer one. What is summed is
/// the deviation from a value inside the window, so that a constant series has exactly that constant as its mean.
/// </remarks>
internal struct MovingMean
{
    // Up to the cursor, the values of the newer block; from there on, the older block's sums to its end.
    private readonly double[] _rows;
    private readonly double _period;
    private int _cursor;
    private double _anchor;
    private double _newer;

    /// <summary>A mean of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    public MovingMean(int period)
    {
        _period = period;
        _rows = new double[period];
        Reset();
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Takes the next value.</summary>
    /// <returns>The mean.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Update(double value)
    {
        double[] rows = _rows;
        rows[_cursor++] = value;
        if (_cursor < rows.Length)
            _newer += value - _anchor;
        else
            CloseBlock(value);
        return _anchor + (rows[_cursor] + _newer) / _period;
    }

    /// <summary>Takes the next values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="means">Receives the mean at each.</param>
    public void Update(ReadOnlySpan<double> values, Span<double> means)
    {
        for (int row = 0; row < values.Length; row++)
        {
            row += UpdateInBlock(values[row..], means[row..]);
            if (row < values.Length)
                means[row] = Update(values[row]);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_rows, double.NaN);
        _cursor = 0;
        _anchor = 0;
        _newer = 0;
        IsReady = false;
    }

    /// <summary>Takes values up to the last but one of the block, with what changes in registers.</summary>
    /// <returns>How many.</returns>
    private int UpdateInBlock(ReadOnlySpan<double> values, Span<double> means)
    {
        int count = Math.Min(values.Length, _rows.Length - 1 - _cursor);
        Span<double> rows = _rows.AsSpan(_cursor, count + 1);
        values = values[..count];
        means = means[..count];
        (double newer, double anchor, double period) = (_newer, _anchor, _period);
        for (int row = 0; row < values.Length; row++)
        {
            double value = values[row];
            rows[row] = value;
            newer += value - anchor;
            means[row] = anchor + (rows[row + 1] + newer) / period;
        }

        _newer = newer;
        _cursor += count;
        return count;
    }

    private void CloseBlock(double newest)
    {
        double[] rows = _rows;
        double anchor = Anchor.At(newest);
        double sum = 0;
        for (int row = rows.Length - 1; row >= 0; row--)
        {
            sum += rows[row] - anchor;
            rows[row] = sum;
        }
        _anchor = anchor;
        _newer = 0;
        _cursor = 0;
        IsReady = true;
    }
}
