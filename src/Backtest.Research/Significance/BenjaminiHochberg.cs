namespace Backtest.Research;

/// <summary>
/// Controls the false discovery rate over several tests (Benjamini and Hochberg, 1995): among the findings at a level, on average no more than that
/// fraction is false, if the tests are independent or positively dependent.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>For each p-value the lowest level at which its test counts as a finding, in the given order.</summary>
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
