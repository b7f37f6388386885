namespace Backtest.Research;

/// <summary>
/// Random points that are allowed and not yet taken. Each trial number has its own draws. If the draws of a number find nothing, a space that is
/// not too large is enumerated in an order that follows from the seed, so that every last point is found.
/// </summary>
internal sealed class RandomPoints
{
    private const double LargestWalk = 1 << 20;
    private const int DrawsBeforeWalk = 64;
    private const int Draws = 10_000;
    private const ulong WalkStream = ulong.MaxValue - 1;

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly TakenPoints _taken;
    private readonly UnitScale[] _scales;
    private readonly double[] _units;
    private readonly long _count;
    private readonly long _start;
    private readonly long _stride = 1;
    private long _walked;

    /// <param name="space">The space to draw points from.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="taken">The points not to draw again.</param>
    public RandomPoints(SearchSpace space, ulong seed, TakenPoints taken)
    {
        _space = space;
        _seed = seed;
        _taken = taken;
        _scales = UnitScale.Of(space);
        _units = new double[_scales.Length];
        if (space.Count is not { } count || count > LargestWalk)
            return;
        _count = (long)count;
        var random = new SearchRandom(seed, WalkStream);
        _start = random.NextInt32((int)_count);
        // A stride without a common divisor visits every point once before it returns to the first.
        _stride = 1 + random.NextInt32((int)_count);
        while (Divisor(_stride, _count) != 1)
            _stride++;
    }

    /// <summary>A point for the trial with a given number, which this call does not mark as taken, or null if none was found.</summary>
    public SearchPoint? Draw(int number)
    {
        if (_taken.IsFull)
            return null;
        var random = new SearchRandom(_seed, (ulong)number);
        int draws = _count > 0 ? DrawsBeforeWalk : Draws;
        for (int i = 0; i < draws; i++)
        {
            foreach (ref double unit in _units.AsSpan())
                unit = random.NextUnit();
            SearchPoint point = UnitScale.ToPoint(_scales, _units);
            if (IsFree(point))
                return point;
        }

        return Walk();
    }

    private SearchPoint? Walk()
    {
        for (; _walked < _count; _walked++)
        {
            SearchPoint point = At((_start + (_walked * _stride)) % _count);
            if (IsFree(point))
                return point;
        }

        return null;
    }

    private SearchPoint At(long index)
    {
        double[] coordinates = new double[_space.Dimensions.Count];
        for (int i = coordinates.Length - 1; i >= 0; i--)
        {
            SearchDimension dimension = _space.Dimensions[i];
            coordinates[i] = dimension.At((int)(index % dimension.Levels));
            index /= dimension.Levels;
        }

        return new SearchPoint(coordinates);
    }

    private bool IsFree(SearchPoint point) => !_taken.Contains(point) && _space.Allows(point);

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
