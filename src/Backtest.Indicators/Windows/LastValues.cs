namespace Backtest;

/// <summary>The last numbers side by side, for results that no running sum can give. Each is kept twice, so that no window wraps around.</summary>
internal struct LastValues
{
    private readonly double[] _twice;
    private readonly int _count;
    private int _cursor;

    /// <summary>A window.</summary>
    /// <param name="count">Number of numbers; at least 1.</param>
    public LastValues(int count)
    {
        _twice = new double[2 * count];
        _count = count;
    }

    /// <summary>Whether there were as many numbers.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The numbers, the oldest first; meaningful once ready.</summary>
    public readonly ReadOnlySpan<double> Values => _twice.AsSpan(_cursor, _count);

    /// <summary>Takes the next number.</summary>
    public void Add(double value)
    {
        _twice[_cursor] = value;
        _twice[_cursor + _count] = value;
        if (++_cursor == _count)
        {
            _cursor = 0;
            IsReady = true;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _cursor = 0;
        IsReady = false;
    }
}
