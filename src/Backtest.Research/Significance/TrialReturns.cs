namespace Backtest.Research;

/// <summary>Returns of several strategies over the same periods.</summary>
public sealed class TrialReturns
{
    private readonly double[][] _series;

    /// <param name="values">The returns: those of all strategies in the first period, then in the second, and so on.</param>
    /// <param name="strategies">The number of strategies.</param>
    /// <exception cref="ArgumentException">The values do not form a whole number of periods.</exception>
    public TrialReturns(double[] values, int strategies)
        : this(ByStrategy(values, strategies))
    {
    }

    /// <param name="series">The returns of each strategy in order of time, all of the same length. The arrays are kept, not copied.</param>
    internal TrialReturns(double[][] series)
    {
        _series = series;
        Periods = series[0].Length;
    }

    /// <summary>The number of strategies.</summary>
    public int Strategies => _series.Length;

    /// <summary>The number of periods.</summary>
    public int Periods { get; }

    /// <summary>The returns of all strategies in a period.</summary>
    public double[] InPeriod(int period) => Array.ConvertAll(_series, series => series[period]);

    /// <summary>The returns of a strategy in order of time, as a copy.</summary>
    public double[] OfStrategy(int strategy) => [.. _series[strategy]];

    /// <summary>The returns in excess of a benchmark's in the same periods.</summary>
    /// <param name="benchmark">A return for each period.</param>
    public TrialReturns Above(ReadOnlySpan<double> benchmark)
    {
        double[][] above = new double[Strategies][];
        for (int strategy = 0; strategy < above.Length; strategy++)
        {
            above[strategy] = OfStrategy(strategy);
            for (int period = 0; period < Periods; period++)
                above[strategy][period] -= benchmark[period];
        }

        return new TrialReturns(above);
    }

    /// <summary>The returns of a strategy in order of time, without copying.</summary>
    internal ReadOnlySpan<double> Series(int strategy) => _series[strategy];

    /// <summary>The mean return of each strategy.</summary>
    internal double[] Means() => Array.ConvertAll(_series, series => series.Sum() / Periods);

    private static double[][] ByStrategy(double[] values, int strategies)
    {
        if (strategies < 1 || values.Length % strategies != 0)
            throw new ArgumentException($"{values.Length} returns are not a whole number of periods of {strategies} strategies.", nameof(values));
        double[][] series = new double[strategies][];
        for (int strategy = 0; strategy < strategies; strategy++)
        {
            series[strategy] = new double[values.Length / strategies];
            for (int period = 0; period < series[strategy].Length; period++)
                series[strategy][period] = values[(period * strategies) + strategy];
        }

        return series;
    }
}
