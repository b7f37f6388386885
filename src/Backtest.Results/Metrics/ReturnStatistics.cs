namespace Backtest.Results;

/// <summary>The distribution of a series of returns. A figure is null if there are too few returns, or returns that are not numbers.</summary>
internal readonly ref struct ReturnStatistics
{
    /// <summary>The largest difference between returns that is due only to rounding of a ratio of equities.</summary>
    private const double Rounding = 1e-14;

    private readonly ReadOnlySpan<double> _returns;
    private readonly ReturnSums _sums;

    /// <param name="returns">The returns, in order of time.</param>
    public ReturnStatistics(ReadOnlySpan<double> returns)
    {
        _sums = ReturnSums.Of(returns);
        _returns = _sums.AreFinite ? returns : [];
    }

    /// <summary>The sums they were computed from, available for any returns.</summary>
    public ReturnSums Sums => _sums;

    private int Count => _returns.Length;

    private bool IsConstant => _sums.Highest - _sums.Lowest <= Rounding;

    /// <summary>The mean.</summary>
    public double? Mean => Count > 0 ? _sums.Mean : null;

    /// <summary>The sample standard deviation, over n − 1.</summary>
    public double? Deviation => Count < 2 ? null : IsConstant ? 0 : Math.Sqrt(_sums.Second / (Count - 1));

    /// <summary>The unbiased skewness G₁ of Joanes and Gill (1998).</summary>
    public double? Skewness
    {
        get
        {
            if (Count < 3 || IsConstant)
                return null;
            double n = Count;
            double variance = _sums.Second / n;
            double biased = _sums.Third / n / (variance * Math.Sqrt(variance));
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
            double variance = _sums.Second / n;
            double biased = (_sums.Fourth / n / (variance * variance)) - 3;
            return (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * biased) + 6);
        }
    }

    /// <summary>The root mean square of shortfalls below a target, over all returns (Sortino and Price, 1994).</summary>
    public double? DownsideDeviation(double target)
    {
        if (Count == 0)
            return null;
        if (target == 0)
            return Math.Sqrt(_sums.LossSquares / Count);
        double sum = 0;
        foreach (double value in _returns)
        {
            double shortfall = Math.Min(0, value - target);
            sum += shortfall * shortfall;
        }

        return Math.Sqrt(sum / Count);
    }

    /// <summary>The tails at a probability, or null without returns.</summary>
    public ReturnTails? Tails(double probability) => ReturnTails.Of(_returns, probability);
}
