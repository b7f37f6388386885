namespace Backtest.Research;

/// <summary>
/// A jump of the mean loss between neighboring values of a parameter: by at least half a standard deviation of all losses, and by at least three
/// times the median of the other steps of that parameter's curve.
/// </summary>
/// <param name="Name">The parameter.</param>
/// <param name="From">The value on the lower side.</param>
/// <param name="To">The value on the upper side.</param>
/// <param name="Jump">The mean loss on the upper side minus that on the lower side.</param>
public sealed record Cliff(string Name, double From, double To, double Jump)
{
    private const double LeastOfDeviation = 0.5;
    private const double LeastOfOtherSteps = 3;
    private const int FewestPoints = 4;

    /// <summary>Finds the cliffs of a curve.</summary>
    internal static IEnumerable<Cliff> Of(ParameterEffect effect, double deviation)
    {
        if (effect.IsChoice || effect.Curve.Count < FewestPoints)
            yield break;
        double[] steps = [.. effect.Curve.Zip(effect.Curve.Skip(1), (lower, upper) => upper.Loss - lower.Loss)];
        for (int i = 0; i < steps.Length; i++)
        {
            double others = Median.Of(steps.Where((_, other) => other != i).Select(Math.Abs));
            double height = Math.Abs(steps[i]);
            if (height >= LeastOfDeviation * deviation && height >= LeastOfOtherSteps * others && height > 0)
                yield return new Cliff(effect.Name, effect.Curve[i].Coordinate, effect.Curve[i + 1].Coordinate, steps[i]);
        }
    }
}
