namespace Backtest;

/// <summary>A sum to which numbers are only added, which keeps what each addition rounds off.</summary>
/// <remarks>A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974.</remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>Adds a number.</summary>
    /// <returns>The sum.</returns>
    public double Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
        if (double.IsFinite(sum + _lost))
            return sum + _lost;
        this = default;
        return double.NaN;
    }
}
