namespace Backtest;

/// <summary>The mean, the squared deviations and the trend of the last values; undefined until there are as many as the period.</summary>
/// <remarks>
/// Sums by blocks of one period, as in <see cref="MovingMean"/>, of deviations from a value inside the window. No value is farther from the mean than
/// √(n−1) standard deviations (P. A. Samuelson, 1968), so the precision the difference of sums loses is bounded by the period, whatever the level of
/// the series.
/// </remarks>
internal struct MovingMoments
{
    private readonly double[] _values;
    private readonly Sums[] _older;
    private Sums _newer;
    private double _anchor;
    private int _cursor;

    /// <summary>Moments over a number of values.</summary>
    /// <param name="period">How many; at least 1.</param>
    public MovingMoments(int period)
    {
        _values = new double[period];
        _older = new Sums[period];
        Reset();
    }

    /// <summary>Whether there were as many values as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The mean.</summary>
    public double Mean { get; private set; }

    /// <summary>The sum of squared deviations from the mean; never below zero.</summary>
    public double SquaredDeviations { get; private set; }

    /// <summary>The sum over the window of deviation from the mean × bars from the window's middle.</summary>
    public double TimeProducts { get; private set; }

    /// <summary>Takes the next value.</summary>
    public void Update(double value)
    {
        int period = _values.Length;
        _values[_cursor] = value;
        if (_cursor + 1 < period)
            _newer.Add(value - _anchor, _cursor++);
        else
            CloseBlock(value);

        // The older block's places count from its end, the newer one's from its start: both are moved to the newest value.
        Sums older = _older[_cursor];
        double sum = older.Values + _newer.Values;
        double meanDeviation = sum / period;
        double squares = older.Squares + _newer.Squares - sum * meanDeviation;
        double places = older.Places - _cursor * older.Values + (_newer.Places - (_cursor - 1) * _newer.Values);
        Mean = _anchor + meanDeviation;
        SquaredDeviations = squares < 0 ? 0 : squares;
        TimeProducts = places + 0.5 * (period - 1) * sum;
    }

    /// <summary>Takes the next values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="squaredDeviations">Receives the <see cref="SquaredDeviations"/> at each.</param>
    public void Update(ReadOnlySpan<double> values, Span<double> squaredDeviations)
    {
        for (int row = 0; row < values.Length; row++)
        {
            row += UpdateInBlock(values[row..], squaredDeviations[row..]);
            if (row == values.Length)
                return;
            Update(values[row]);
            squaredDeviations[row] = SquaredDeviations;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_older, new Sums { Values = double.NaN, Squares = double.NaN, Places = double.NaN });
        _newer = default;
        _anchor = 0;
        _cursor = 0;
        IsReady = false;
    }

    /// <summary>Takes values up to the last but one of the block, with what changes in registers.</summary>
    /// <returns>How many.</returns>
    private int UpdateInBlock(ReadOnlySpan<double> values, Span<double> squaredDeviations)
    {
        int count = Math.Min(values.Length, _values.Length - 1 - _cursor);
        values = values[..count];
        squaredDeviations = squaredDeviations[..count];
        values.CopyTo(_values.AsSpan(_cursor));
        ReadOnlySpan<Sums> olderRows = _older.AsSpan(_cursor + 1, count);
        Sums newer = _newer;
        double anchor = _anchor;
        double period = _values.Length;
        for (int row = 0; row < values.Length; row++)
        {
            newer.Add(values[row] - anchor, _cursor + row);
            ref readonly Sums older = ref olderRows[row];
            double sum = older.Values + newer.Values;
            double squares = older.Squares + newer.Squares - sum * (sum / period);
            squaredDeviations[row] = squares < 0 ? 0 : squares;
        }

        _newer = newer;
        _cursor += count;
        return count;
    }

    private void CloseBlock(double newest)
    {
        double anchor = Anchor.At(newest);
        Sums sums = default;
        int last = _values.Length - 1;
        for (int row = last; row >= 0; row--)
        {
            sums.Add(_values[row] - anchor, row - last);
            _older[row] = sums;
        }
        _newer = default;
        _anchor = anchor;
        _cursor = 0;
        IsReady = true;
    }

    private struct Sums
    {
        public double Values;
        public double Squares;
        public double Places;

        public void Add(double deviation, int place)
        {
            Values += deviation;
            Squares += deviation * deviation;
            Places += deviation * place;
        }
    }
}
