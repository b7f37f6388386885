namespace Backtest;

/// <summary>The sum of the last values; not a number until there are as many as the period.</summary>
/// <remarks>Sums by blocks of one period, as for the mean: nothing is ever subtracted from a sum, so none drifts.</remarks>
internal struct MovingSum
{
    // Up to the cursor, the values of the newer block; from there on, the older block's sums to its end.
    private readonly double[] _rows;
    private double _newer;
    private int _cursor;

    /// <summary>A sum over a number of values.</summary>
    /// <param name="period">How many; at least 1.</param>
    public MovingSum(int period)
    {
        _rows = new double[period];
        Reset();
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Takes the next value.</summary>
    /// <returns>The sum; not a number while there are too few values.</returns>
    public double Update(double value)
    {
        _rows[_cursor++] = value;
        if (_cursor < _rows.Length)
            _newer += value;
        else
            CloseBlock();
        return _rows[_cursor] + _newer;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_rows, double.NaN);
        _newer = 0;
        _cursor = 0;
        IsReady = false;
    }

    private void CloseBlock()
    {
        double sum = 0;
        for (int row = _rows.Length - 1; row >= 0; row--)
            _rows[row] = sum += _rows[row];
        _newer = 0;
        _cursor = 0;
        IsReady = true;
    }
}
