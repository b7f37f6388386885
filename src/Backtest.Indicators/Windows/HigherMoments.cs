namespace Backtest;

/// <summary>The second to fourth central moments of the last values; not a number until there are as many as the period.</summary>
/// <remarks>
/// Sums by blocks of one period, as in <see cref="MovingMoments"/>, of powers of the deviation from a value inside the window. The precision their
/// differences lose is bounded by the square of the period, whatever the level of the series.
/// </remarks>
internal struct HigherMoments
{
    private readonly double[] _values;
    private readonly Sums[] _older;
    private Sums _newer;
    private double _anchor;
    private int _cursor;

    /// <summary>Moments over a number of values.</summary>
    /// <param name="period">How many; at least 1.</param>
    public HigherMoments(int period)
    {
        _values = new double[period];
        _older = new Sums[period];
        Reset();
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The mean squared deviation from the mean; never below zero.</summary>
    public double Second { get; private set; }

    /// <summary>The mean cubed deviation from the mean.</summary>
    public double Third { get; private set; }

    /// <summary>The mean fourth power of the deviation from the mean.</summary>
    public double Fourth { get; private set; }

    /// <summary>Takes the next value.</summary>
    public void Update(double value)
    {
        _values[_cursor++] = value;
        if (_cursor < _values.Length)
            _newer.Add(value - _anchor);
        else
            CloseBlock(value);

        double count = _values.Length;
        Sums older = _older[_cursor];
        double mean = (older.First + _newer.First) / count;
        double second = (older.Second + _newer.Second) / count;
        double third = (older.Third + _newer.Third) / count;
        double fourth = (older.Fourth + _newer.Fourth) / count;
        double square = mean * mean;
        Second = second < square ? 0 : second - square;
        Third = third - 3 * mean * second + 2 * mean * square;
        Fourth = fourth - 4 * mean * third + 6 * square * second - 3 * square * square;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_older, new Sums { First = double.NaN, Second = double.NaN, Third = double.NaN, Fourth = double.NaN });
        _newer = default;
        _anchor = 0;
        _cursor = 0;
        IsReady = false;
    }

    private void CloseBlock(double newest)
    {
        double anchor = Anchor.At(newest);
        Sums sums = default;
        for (int row = _values.Length - 1; row >= 0; row--)
        {
            sums.Add(_values[row] - anchor);
            _older[row] = sums;
        }
        _newer = default;
        _anchor = anchor;
        _cursor = 0;
        IsReady = true;
    }

    private struct Sums
    {
        public double First;
        public double Second;
        public double Third;
        public double Fourth;

        public void Add(double deviation)
        {
            double square = deviation * deviation;
            First += deviation;
            Second += square;
            Third += square * deviation;
            Fourth += square * square;
        }
    }
}
