namespace Backtest.Reporting;

/// <summary>Which regime follows which.</summary>
/// <param name="Regimes">The regimes, in the order they first came.</param>
/// <param name="Shares">Of the changes away from each regime, the share that led to each, row by row; not a number where there was none.</param>
internal sealed record RegimeTransitions(IReadOnlyList<string> Regimes, double[] Shares)
{
    /// <summary>The transitions of regimes one after the other.</summary>
    public static RegimeTransitions Of(IEnumerable<string> changes)
    {
        string[] sequence = [.. changes];
        string[] regimes = [.. sequence.Distinct(StringComparer.Ordinal)];
        var counts = new double[regimes.Length * regimes.Length];
        for (int i = 1; i < sequence.Length; i++)
            counts[(Array.IndexOf(regimes, sequence[i - 1]) * regimes.Length) + Array.IndexOf(regimes, sequence[i])]++;
        for (int row = 0; row < regimes.Length; row++)
        {
            Span<double> shares = counts.AsSpan(row * regimes.Length, regimes.Length);
            double sum = 0;
            foreach (double count in shares)
                sum += count;
            foreach (ref double share in shares)
                share = sum > 0 ? share / sum : double.NaN;
        }

        return new RegimeTransitions(regimes, counts);
    }
}
