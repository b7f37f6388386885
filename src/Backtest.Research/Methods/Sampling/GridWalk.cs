namespace Backtest.Research;

/// <summary>Enumerates all combinations of levels, with the last dimension varying fastest.</summary>
internal sealed class GridWalk(IReadOnlyList<SearchDimension> dimensions)
{
    private readonly int[] _levels = new int[dimensions.Count];

    /// <summary>The current point; initially the one with all lowest levels.</summary>
    public SearchPoint Current
    {
        get
        {
            double[] coordinates = new double[_levels.Length];
            for (int i = 0; i < coordinates.Length; i++)
                coordinates[i] = dimensions[i].At(_levels[i]);
            return new SearchPoint(coordinates);
        }
    }

    /// <summary>Moves to the next point; false after the last one.</summary>
    public bool MoveNext()
    {
        for (int i = _levels.Length - 1; i >= 0; i--)
        {
            if (++_levels[i] < dimensions[i].Levels)
                return true;
            _levels[i] = 0;
        }

        return false;
    }

    /// <summary>Moves to the point after a given one; false after the last one.</summary>
    public bool MoveBehind(SearchPoint point)
    {
        for (int i = 0; i < _levels.Length; i++)
            _levels[i] = dimensions[i].LevelOf(point[i]);
        return MoveNext();
    }
}
