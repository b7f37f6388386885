namespace Backtest;

/// <summary>Sums of squared deviations and of their products over the last pairs; not a number until there are as many as the period.</summary>
/// <remarks>Sums by blocks of one period, as in <see cref="MovingMoments"/>, of deviations from a pair inside the window.</remarks>
internal struct MovingComoments
{
    private readonly (double First, double Second)[] _pairs;
    private readonly Sums[] _older;
    private Sums _newer;
    private (double First, double Second) _anchor;
    private int _cursor;

    /// <summary>Sums over a number of pairs.</summary>
    /// <param name="period">How many; at least 1.</param>
    public MovingComoments(int period)
    {
        _pairs = new (double, double)[period];
        _older = new Sums[period];
        Reset();
    }

    /// <summary>Whether there were as many pairs as the period.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The sum of squared deviations of the first of each pair from their mean; never below zero.</summary>
    public double FirstSquares { get; private set; }

    /// <summary>The sum of squared deviations of the second of each pair from their mean; never below zero.</summary>
    public double SecondSquares { get; private set; }

    /// <summary>The sum of products of both deviations.</summary>
    public double Products { get; private set; }

    /// <summary>The coefficient of correlation of the pairs, from −1 to 1; 0 where either does not vary.</summary>
    public readonly double Correlation =>
        FirstSquares == 0 || SecondSquares == 0 ? 0 : Math.Clamp(Products / (Math.Sqrt(FirstSquares) * Math.Sqrt(SecondSquares)), -1, 1);

    /// <summary>Takes the next pair.</summary>
    public void Update(double first, double second)
    {
        _pairs[_cursor++] = (first, second);
        if (_cursor < _pairs.Length)
            _newer.Add(first - _anchor.First, second - _anchor.Second);
        else
            CloseBlock();

        double count = _pairs.Length;
        Sums older = _older[_cursor];
        double firsts = older.Firsts + _newer.Firsts;
        double seconds = older.Seconds + _newer.Seconds;
        FirstSquares = NotBelowZero(older.FirstSquares + _newer.FirstSquares - firsts * (firsts / count));
        SecondSquares = NotBelowZero(older.SecondSquares + _newer.SecondSquares - seconds * (seconds / count));
        Products = older.Products + _newer.Products - firsts * (seconds / count);
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Fill(_older, new Sums { FirstSquares = double.NaN, SecondSquares = double.NaN, Products = double.NaN });
        _newer = default;
        _anchor = default;
        _cursor = 0;
        IsReady = false;
    }

    private void CloseBlock()
    {
        Sums sums = default;
        _anchor = (Anchor.At(_pairs[^1].First), Anchor.At(_pairs[^1].Second));
        for (int row = _pairs.Length - 1; row >= 0; row--)
        {
            sums.Add(_pairs[row].First - _anchor.First, _pairs[row].Second - _anchor.Second);
            _older[row] = sums;
        }
        _newer = default;
        _cursor = 0;
        IsReady = true;
    }

    private static double NotBelowZero(double value) => value < 0 ? 0 : value;

    private struct Sums
    {
        public double Firsts;
        public double Seconds;
        public double FirstSquares;
        public double SecondSquares;
        public double Products;

        public void Add(double first, double second)
        {
            Firsts += first;
            Seconds += second;
            FirstSquares += first * first;
            SecondSquares += second * second;
            Products += first * second;
        }
    }
}
