namespace Backtest.Results;

/// <summary>The distribution of a series of returns. Null is what too few returns, or returns that are no numbers, cannot give.</summary>
internal sealed class ReturnStatistics
{
    /// <summary>Returns no further apart than this differ by the rounding of a ratio of equities alone.</summary>
    private const double Rounding = 1e-14;

    private readonly double[] _sorted;
    private readonly double _mean;
    private readonly double _second;
    private readonly double _third;
    private readonly double _fourth;

    public ReturnStatistics(double[] returns)
    {
        _sorted = returns.All(double.IsFinite) ? [.. returns.Order()] : [];
        if (_sorted.Length == 0)
            return;
        _mean = _sorted.Sum() / _sorted.Length;
        if (IsConstant)
            return;
        foreach (double value in _sorted)
        {
            double deviation = value - _mean;
            double square = deviation * deviation;
            _second += square;
            _third += square * deviation;
            _fourth += square * square;
        }
    }

    private int Count => _sorted.Length;

    private bool IsConstant => _sorted[^1] - _sorted[0] <= Rounding;

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
        foreach (double value in _sorted)
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
        int above = Math.Min(below + 1, Count - 1);
        return _sorted[below] + ((place - below) * (_sorted[above] - _sorted[below]));
    }

    /// <summary>The mean of the returns at or below a bound.</summary>
    public double? MeanUpTo(double? bound)
    {
        double sum = 0;
        int count = 0;
        while (count < Count && _sorted[count] <= bound)
            sum += _sorted[count++];
        return count > 0 ? sum / count : null;
    }
}
