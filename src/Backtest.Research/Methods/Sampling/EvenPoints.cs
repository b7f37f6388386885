namespace Backtest.Research;

/// <summary>
/// Evenly distributed points for methods to start with: a scrambled Sobol sequence, or random points if there are too many dimensions for it.
/// </summary>
internal sealed class EvenPoints(SearchSpace space, ulong seed)
{
    /// <summary>The points from a given number on, up to a count.</summary>
    public IEnumerable<SearchPoint> Take(int from, int count) => space.Dimensions.Count <= SobolDirections.Dimensions
        ? new SobolPoints(space, seed).Take(from, count)
        : TakeRandom(from, count);

    private IEnumerable<SearchPoint> TakeRandom(int from, int count)
    {
        var points = new RandomPoints(space, seed, new TakenPoints(space, []));
        for (int number = from; number < from + count && points.Draw(number) is { } point; number++)
            yield return point;
    }
}
