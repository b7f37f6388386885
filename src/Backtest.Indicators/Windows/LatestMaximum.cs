namespace Backtest;

/// <summary>How many bars ago the highest of the last values was; of equal values, the latest.</summary>
/// <remarks>
/// A queue of values that may still become the highest, falling from its head (D. Lemire, 2006): each value enters and leaves once.
/// </remarks>
internal struct LatestMaximum
{
    private readonly double[] _values;
    private readonly long[] _places;
    private int _head;
    private int _count;
    private long _place;

    /// <summary>The highest of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    public LatestMaximum(int period)
    {
        _values = new double[period];
        _places = new long[period];
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public readonly bool IsReady => _place >= _values.Length;

    /// <summary>Takes the next value.</summary>
    /// <returns>How many bars ago the highest was, from 0 to the period less one.</returns>
    public int Update(double value)
    {
        if (_count > 0 && _places[_head] <= _place - _values.Length)
        {
            _head = Slot(1);
            _count--;
        }
        while (_count > 0 && _values[Slot(_count - 1)] <= value)
            _count--;
        int slot = Slot(_count++);
        _values[slot] = value;
        _places[slot] = _place;
        return (int)(_place++ - _places[_head]);
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _head = 0;
        _count = 0;
        _place = 0;
    }

    private readonly int Slot(int behindHead)
    {
        int slot = _head + behindHead;
        return slot < _values.Length ? slot : slot - _values.Length;
    }
}
