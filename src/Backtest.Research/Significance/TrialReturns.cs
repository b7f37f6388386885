namespace Backtest.Research;

/// <summary>Returns of several strategies over the same periods, period by period.</summary>
public sealed class TrialReturns
{
    private readonly double[] _values;

    /// <param name="values">The returns: those of all strategies in the first period, then in the second, and so on.</param>
    /// <param name="strategies">How many strategies there are.</param>
    /// <exception cref="ArgumentException">The values are no whole number of periods.</exception>
    public TrialReturns(double[] values, int strategies)
    {
        if (strategies < 1 || values.Length % strategies != 0)
            throw new ArgumentException($"{values.Length} returns are no whole number of periods of {strategies} strategies.", nameof(values));
        _values = values;
        Strategies = strategies;
        Periods = values.Length / strategies;
    }

    /// <summary>How many strategies there are.</summary>
    public int Strategies { get; }

    /// <summary>How many periods there are.</summary>
    public int Periods { get; }

    /// <summary>The returns of all strategies in a period.</summary>
    public ReadOnlySpan<double> InPeriod(int period) => _values.AsSpan(period * Strategies, Strategies);

    /// <summary>The returns of a strategy in order of time.</summary>
    public double[] OfStrategy(int strategy)
    {
        var returns = new double[Periods];
        for (int i = 0; i < returns.Length; i++)
            returns[i] = _values[(i * Strategies) + strategy];
        return returns;
    }

    /// <summary>What each return is above that of a benchmark in the same period.</summary>
    /// <param name="benchmark">A return for each period.</param>
    public TrialReturns Above(ReadOnlySpan<double> benchmark)
    {
        var values = new double[_values.Length];
        for (int period = 0; period < Periods; period++)
        {
            for (int i = period * Strategies; i < (period + 1) * Strategies; i++)
                values[i] = _values[i] - benchmark[period];
        }

        return new TrialReturns(values, Strategies);
    }

    /// <summary>The mean return of each strategy.</summary>
    internal double[] Means()
    {
        var means = new double[Strategies];
        for (int period = 0; period < Periods; period++)
            Rows.Add(means, InPeriod(period), means);
        Rows.Divide(means, Periods);
        return means;
    }
}
