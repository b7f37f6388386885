namespace Backtest.Research;

/// <summary>The points of a Sobol sequence in a space, without those constraints refuse and without those that come again.</summary>
internal sealed class SobolPoints
{
    // How many points in a row may be refused or come again before there is nothing more to find.
    private const int MostPassed = 100_000;

    private readonly SearchSpace _space;
    private readonly SobolSequence _sequence;
    private readonly UnitScale[] _scales;
    private readonly double[] _units;
    private readonly TakenPoints _own;

    /// <param name="space">Where the points are.</param>
    /// <param name="scrambleSeed">What the sequence is scrambled by; null leaves it as it is.</param>
    public SobolPoints(SearchSpace space, ulong? scrambleSeed)
    {
        _space = space;
        _sequence = new SobolSequence(space.Dimensions.Count, scrambleSeed);
        _scales = UnitScale.Of(space);
        _units = new double[_scales.Length];
        _own = new TakenPoints(space, []);
    }

    /// <summary>The next point; null where none is left.</summary>
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

    /// <summary>The points from one number on, at most so many.</summary>
    public IEnumerable<SearchPoint> Take(int from, int count)
    {
        for (int i = 0; i < from + count && Next() is { } point; i++)
        {
            if (i >= from)
                yield return point;
        }
    }
}
