namespace Backtest.Research;

/// <summary>
/// Maps a dimension to [0, 1] and back, so that equal lengths there are equally likely: levels and values of a choice have equal shares. Where
/// ratios matter, lengths are those of logarithms, and a level has the share nearest to it.
/// </summary>
internal readonly struct UnitScale
{
    private readonly SearchDimension _dimension;
    private readonly double _low;
    private readonly double _length;

    /// <param name="dimension">The dimension.</param>
    public UnitScale(SearchDimension dimension)
    {
        _dimension = dimension;
        double low = dimension.From;
        double high = dimension.To;
        if (dimension.IsLog)
        {
            if (dimension.Levels > 0)
            {
                // Extend by half a step on either side, so that the outer levels get as much space as the inner ones, but not down to zero.
                low = Math.Max(dimension.From - (dimension.Step / 2), dimension.From / 2);
                high = dimension.At(dimension.Levels - 1) + (dimension.Step / 2);
            }

            low = DeterministicMath.Log(low);
            high = DeterministicMath.Log(high);
        }

        _low = low;
        _length = high - low;
    }

    private bool HasEqualLevels => _dimension.Levels > 0 && !_dimension.IsLog;

    /// <summary>The coordinate at a position in [0, 1].</summary>
    public double ToCoordinate(double unit)
    {
        if (HasEqualLevels)
            return _dimension.At(Math.Clamp((int)(unit * _dimension.Levels), 0, _dimension.Levels - 1));
        double value = _low + (unit * _length);
        return _dimension.Nearest(_dimension.IsLog ? DeterministicMath.Exp(value) : value);
    }

    /// <summary>The position of a coordinate in [0, 1]; for a level, the middle of its share.</summary>
    public double ToUnit(double coordinate)
    {
        if (HasEqualLevels)
            return (_dimension.LevelOf(coordinate) + 0.5) / _dimension.Levels;
        if (_length <= 0)
            return 0.5;
        double value = _dimension.IsLog ? DeterministicMath.Log(coordinate) : coordinate;
        return Math.Clamp((value - _low) / _length, 0, 1);
    }

    /// <summary>The scales of all dimensions of a space.</summary>
    public static UnitScale[] Of(SearchSpace space) => [.. space.Dimensions.Select(dimension => new UnitScale(dimension))];

    /// <summary>The point at a position in the unit cube.</summary>
    public static SearchPoint ToPoint(ReadOnlySpan<UnitScale> scales, ReadOnlySpan<double> units)
    {
        double[] coordinates = new double[units.Length];
        for (int i = 0; i < coordinates.Length; i++)
            coordinates[i] = scales[i].ToCoordinate(units[i]);
        return new SearchPoint(coordinates);
    }

    /// <summary>The position of a point in the unit cube.</summary>
    public static double[] ToUnits(ReadOnlySpan<UnitScale> scales, SearchPoint point)
    {
        double[] units = new double[scales.Length];
        for (int i = 0; i < units.Length; i++)
            units[i] = scales[i].ToUnit(point[i]);
        return units;
    }
}
