namespace Backtest;

/// <summary>A number of some bars ago; not a number until there are as many.</summary>
internal struct Delay
{
    private readonly double[] _values;
    private int _cursor;
    private bool _isFull;

    /// <summary>A delay.</summary>
    /// <param name="bars">Number of bars; at least 1.</param>
    public Delay(int bars)
    {
        _values = new double[bars];
        Reset();
    }

    /// <summary>Whether the last number returned is one that was given.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Takes the next number.</summary>
    /// <returns>The one given that many bars ago.</returns>
    public double Update(double value)
    {
        IsReady = _isFull;
        double earlier = _values[_cursor];
        _values[_cursor] = value;
        if (++_cursor == _values.Length)
        {
            _cursor = 0;
            _isFull = true;
        }
        return earlier;
    }

    /// <summary>Takes the next values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="earlier">Receives the value before each, as far back as the delay; not a number while there is none.</param>
    public void Update(ReadOnlySpan<double> values, Span<double> earlier)
    {
        int bars = _values.Length;
        int held = Math.Min(bars, values.Length);
        for (int row = 0; row < held; row++)
            earlier[row] = Update(values[row]);
        if (values.Length <= bars)
            return;

        values[..^bars].CopyTo(earlier[bars..]);
        values[^bars..].CopyTo(_values);
        _cursor = 0;
        IsReady = true;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_values, double.NaN);
        _cursor = 0;
        _isFull = false;
        IsReady = false;
    }
}
