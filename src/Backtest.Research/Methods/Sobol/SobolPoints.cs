namespace Backtest.Research;

/// <summary>The points of a Sobol sequence in a space, without repetitions and without those that constraints reject.</summary>
internal sealed class SobolPoints
{
    // The number of points in a row that may be rejected or repeated before the search for another is given up.
    private const int MostPassed = 100_000;

    private readonly SearchSpace _space;
    private readonly SobolSequence _sequence;
    private readonly UnitScale[] _scales;
    private readonly double[] _units;
    private readonly TakenPoints _own;

    /// <param name="space">The space of the points.</param>
    /// <param name="scrambleSeed">The seed of the scrambling, or null for the plain sequence.</param>
    public SobolPoints(SearchSpace space, ulong? scrambleSeed)
    {
        _space = space;
        _sequence = new SobolSequence(space.Dimensions.Count, scrambleSeed);
        _scales = UnitScale.Of(space);
        _units = new double[_scales.Length];
        _own = new TakenPoints(space, []);
    }

    /// <summary>The next point, or null if none is left.</summary>
    public SearchPoint? Next()
    {
        if (_own.IsFull)
            return null;
        for (int passed = 0; passed < MostPassed; passed++)
        {
            _sequence.Next(_units);
            SearchPoint point = UnitScale.ToPoint(_scales, _units);
            if (_own.Add(point) && _space.Allows(point))
                return point;
        }

        return null;
    }

    /// <summary>The points from a given number on, up to a count.</summary>
    public IEnumerable<SearchPoint> Take(int from, int count)
    {
        for (int i = 0; i < from + count && Next() is { } point; i++)
        {
            if (i >= from)
                yield return point;
        }
    }
}
