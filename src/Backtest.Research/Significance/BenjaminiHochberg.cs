namespace Backtest.Research;

/// <summary>
/// The false discovery rate over several tests (Benjamini and Hochberg, 1995): of what is found at a level, no more than that share is false on
/// average, where the tests are independent or depend on each other positively.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>For each p-value the least level at which its test counts as a finding, in the order given.</summary>
    /// <param name="values">P-values, in [0, 1].</param>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        double least = 1;
        foreach ((int rank, (int place, double value)) in values.Index().OrderByDescending(item => item.Item).Index())
        {
            least = Math.Min(least, value * values.Count / (values.Count - rank));
            adjusted[place] = least;
        }

        return adjusted;
    }
}
