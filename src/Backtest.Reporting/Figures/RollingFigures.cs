namespace Backtest.Reporting;

/// <summary>Figures over windows of a fixed number of returns, one per window at its last return.</summary>
internal static class RollingFigures
{
    /// <summary>
    /// The mean divided by the sample standard deviation, times the square root of the periods per year (Sharpe, 1994; risk-free returns not
    /// subtracted).
    /// </summary>
    public static double[] Sharpe(ReadOnlySpan<double> returns, int window, double periods)
    {
        var values = new double[Math.Max(0, returns.Length - window + 1)];
        for (int i = 0; i < values.Length; i++)
        {
            (double mean, double deviation) = Moments(returns.Slice(i, window));
            values[i] = deviation > 0 ? mean / deviation * Math.Sqrt(periods) : double.NaN;
        }

        return values;
    }

    /// <summary>The sample standard deviation, times the square root of the periods per year.</summary>
    public static double[] Volatility(ReadOnlySpan<double> returns, int window, double periods)
    {
        var values = new double[Math.Max(0, returns.Length - window + 1)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Moments(returns.Slice(i, window)).Deviation * Math.Sqrt(periods);
        return values;
    }

    /// <summary>The covariance with a reference divided by the reference's variance.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="reference">The returns of the reference on the same days.</param>
    /// <param name="window">The length of the window.</param>
    public static double[] Beta(ReadOnlySpan<double> returns, ReadOnlySpan<double> reference, int window)
    {
        var values = new double[Math.Max(0, returns.Length - window + 1)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Beta(returns.Slice(i, window), reference.Slice(i, window));
        return values;
    }

    private static double Beta(ReadOnlySpan<double> returns, ReadOnlySpan<double> reference)
    {
        double mean = Moments(returns).Mean;
        double referenceMean = Moments(reference).Mean;
        double together = 0;
        double square = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            double deviation = reference[i] - referenceMean;
            together += (returns[i] - mean) * deviation;
            square += deviation * deviation;
        }

        return square > 0 ? together / square : double.NaN;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        double square = 0;
        foreach (double value in values)
            square += (value - mean) * (value - mean);
        return (mean, values.Length > 1 ? Math.Sqrt(square / (values.Length - 1)) : double.NaN);
    }
}
