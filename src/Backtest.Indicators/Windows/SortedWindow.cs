namespace Backtest;

/// <summary>The last values in ascending order.</summary>
/// <remarks>
/// A value's position is found by bisection, and the values between it and the one that leaves move by one: a single copy of memory, the cheapest way
/// for all but enormous periods.
/// </remarks>
internal struct SortedWindow
{
    private readonly double[] _values;
    private readonly double[] _sorted;
    private int _cursor;
    private int _count;

    /// <summary>An empty window.</summary>
    /// <param name="period">Number of values it holds; at least 1.</param>
    public SortedWindow(int period)
    {
        _values = new double[period];
        _sorted = new double[period];
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public readonly bool IsReady => _count == _values.Length;

    /// <summary>The value at a position in ascending order.</summary>
    public readonly double this[int place] => _sorted[place];

    /// <summary>How many of the values are below this one.</summary>
    public readonly int CountBelow(double value)
    {
        // Steps without branches: their direction is random, and a misprediction costs more than a step.
        int below = 0;
        int length = _count;
        while (length > 1)
        {
            int half = length >> 1;
            below += _sorted[below + half - 1] < value ? half : 0;
            length -= half;
        }
        return below + (length == 1 && _sorted[below] < value ? 1 : 0);
    }

    /// <summary>Takes the next value.</summary>
    /// <returns>How many of the values are below it.</returns>
    public int Update(double value)
    {
        int place = CountBelow(value);
        int vacant = _count;
        if (IsReady)
            vacant = CountBelow(_values[_cursor]);
        else
            _count++;

        if (place > vacant)
        {
            place--;
            Array.Copy(_sorted, vacant + 1, _sorted, vacant, place - vacant);
        }
        else
        {
            Array.Copy(_sorted, place, _sorted, place + 1, vacant - place);
        }
        _sorted[place] = value;
        _values[_cursor] = value;
        _cursor = _cursor + 1 == _values.Length ? 0 : _cursor + 1;
        return place;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _cursor = 0;
        _count = 0;
    }
}
