namespace Backtest.Results;

/// <summary>The distribution of a series of returns. Null is what too few returns, or returns that are no numbers, cannot give.</summary>
internal readonly ref struct ReturnStatistics
{
    /// <summary>Returns no further apart than this differ by the rounding of a ratio of equities alone.</summary>
    private const double Rounding = 1e-14;

    private readonly Span<double> _returns;
    private readonly double _mean;
    private readonly double _second;
    private readonly double _third;
    private readonly double _fourth;

    /// <param name="returns">The returns, which are put in another order.</param>
    public ReturnStatistics(Span<double> returns)
    {
        _returns = AreFinite(returns) ? returns : [];
        if (_returns.Length == 0)
            return;
        double sum = 0;
        double lowest = _returns[0];
        double highest = _returns[0];
        foreach (double value in _returns)
        {
            sum += value;
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        _mean = sum / _returns.Length;
        IsConstant = highest - lowest <= Rounding;
        if (IsConstant)
            return;
        foreach (double value in _returns)
        {
            double deviation = value - _mean;
            double square = deviation * deviation;
            _second += square;
            _third += square * deviation;
            _fourth += square * square;
        }
    }

    private int Count => _returns.Length;

    private bool IsConstant { get; }

    /// <summary>The mean.</summary>
    public double? Mean => Count > 0 ? _mean : null;

    /// <summary>The standard deviation of the sample, over n − 1.</summary>
    public double? Deviation => Count > 1 ? Math.Sqrt(_second / (Count - 1)) : null;

    /// <summary>The unbiased skewness G₁ of Joanes and Gill (1998).</summary>
    public double? Skewness
    {
        get
        {
            if (Count < 3 || IsConstant)
                return null;
            double n = Count;
            double variance = _second / n;
            double biased = _third / n / (variance * Math.Sqrt(variance));
            return biased * Math.Sqrt(n * (n - 1)) / (n - 2);
        }
    }

    /// <summary>The unbiased excess kurtosis G₂ of Joanes and Gill (1998).</summary>
    public double? Kurtosis
    {
        get
        {
            if (Count < 4 || IsConstant)
                return null;
            double n = Count;
            double variance = _second / n;
            double biased = (_fourth / n / (variance * variance)) - 3;
            return (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * biased) + 6);
        }
    }

    /// <summary>The root of the mean square of what falls short of a target, over all returns (Sortino and Price, 1994).</summary>
    public double? DownsideDeviation(double target)
    {
        if (Count == 0)
            return null;
        double sum = 0;
        foreach (double value in _returns)
        {
            double shortfall = Math.Min(0, value - target);
            sum += shortfall * shortfall;
        }

        return Math.Sqrt(sum / Count);
    }

    /// <summary>A quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996).</summary>
    public double? Quantile(double probability)
    {
        if (Count == 0)
            return null;
        double place = (Count - 1) * probability;
        int below = (int)place;
        double low = Selection.Nth(_returns, below);
        double high = low;
        if (below + 1 < Count)
        {
            high = double.PositiveInfinity;
            foreach (double value in _returns[(below + 1)..]) // those behind the place are none below it
                high = Math.Min(high, value);
        }

        return low + ((place - below) * (high - low));
    }

    /// <summary>The mean of the returns at or below a bound.</summary>
    public double? MeanUpTo(double? bound)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in _returns)
        {
            if (!(value <= bound))
                continue;
            sum += value;
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }
}
