namespace Backtest.Reporting;

/// <summary>The transitions between regimes.</summary>
/// <param name="Regimes">The regimes, in the order they first occurred.</param>
/// <param name="Shares">The fraction of changes from each regime that led to each other one, row by row; NaN where there was none.</param>
internal sealed record RegimeTransitions(IReadOnlyList<string> Regimes, double[] Shares)
{
    /// <summary>Computes the transitions of a sequence of regimes.</summary>
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
