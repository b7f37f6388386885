namespace Backtest.Research;

/// <summary>
/// The functional analysis of variance of a loss that is constant on regions: exact means over all other parameters, and from them the variance due
/// to each parameter and each pair (F. Hutter, H. Hoos, K. Leyton-Brown, 2014).
/// </summary>
internal sealed class VarianceShares
{
    private readonly IReadOnlyList<ParameterBins> _parameters;
    private readonly IReadOnlyList<Region> _regions;
    private readonly double[][] _volumes;
    private readonly double[] _deviations;
    private readonly double[] _alone;

    /// <param name="parameters">The parameters.</param>
    /// <param name="regions">Regions that make up the whole space.</param>
    public VarianceShares(IReadOnlyList<ParameterBins> parameters, IReadOnlyList<Region> regions)
    {
        _parameters = parameters;
        _regions = regions;
        _volumes = [.. regions.Select(region => region.Bins.Select((bins, i) => bins.Sum(bin => parameters[i].Masses[bin])).ToArray())];
        double[] volumes = [.. _volumes.Select(sides => sides.Aggregate(1.0, (product, side) => product * side))];
        Mean = regions.Zip(volumes, (region, volume) => region.Loss * volume).Sum();
        _deviations = [.. regions.Select(region => region.Loss - Mean)];
        Total = _deviations.Zip(volumes, (deviation, volume) => deviation * deviation * volume).Sum();
        Curves = [.. Enumerable.Range(0, parameters.Count).Select(Curve)];
        _alone = [.. Curves.Select((curve, i) => curve.Zip(parameters[i].Masses, (deviation, mass) => deviation * deviation * mass).Sum())];
    }

    /// <summary>The mean loss.</summary>
    public double Mean { get; }

    /// <summary>The variance of the loss.</summary>
    public double Total { get; }

    /// <summary>For each parameter, how far the loss in each bin is from the mean, on average over the others.</summary>
    public double[][] Curves { get; }

    /// <summary>The fraction due to a parameter alone.</summary>
    public double ShareOf(int parameter) => Math.Min(1, _alone[parameter] / Total);

    /// <summary>The fraction due to a pair beyond the two parameters alone.</summary>
    public double ShareOf(int first, int second)
    {
        double[] one = _parameters[first].Masses;
        double[] two = _parameters[second].Masses;
        double[] means = new double[one.Length * two.Length];
        for (int i = 0; i < _regions.Count; i++)
        {
            double value = _deviations[i] * OtherVolume(i, first, second);
            foreach (int row in _regions[i].Bins[first])
            {
                foreach (int column in _regions[i].Bins[second])
                    means[(row * two.Length) + column] += value;
            }
        }

        double variance = 0;
        for (int i = 0; i < means.Length; i++)
            variance += means[i] * means[i] * one[i / two.Length] * two[i % two.Length];
        return Math.Clamp((variance - _alone[first] - _alone[second]) / Total, 0, 1);
    }

    private double[] Curve(int parameter)
    {
        double[] means = new double[_parameters[parameter].Masses.Length];
        for (int i = 0; i < _regions.Count; i++)
        {
            double value = _deviations[i] * OtherVolume(i, parameter, parameter);
            foreach (int bin in _regions[i].Bins[parameter])
                means[bin] += value;
        }

        return means;
    }

    private double OtherVolume(int region, int first, int second)
    {
        double volume = 1;
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (i != first && i != second)
                volume *= _volumes[region][i];
        }

        return volume;
    }
}
