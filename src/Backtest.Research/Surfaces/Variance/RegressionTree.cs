namespace Backtest.Research;

/// <summary>
/// A regression tree (L. Breiman, J. Friedman, R. Olshen, C. Stone, 1984) on binned parameters. Values of a choice are split in the order of their
/// mean losses. Larger nodes look one split ahead, because parameters that matter only jointly show no effect when one of them is split alone.
/// </summary>
internal sealed class RegressionTree
{
    private const int FewestInLeaf = 2;
    private const int FewestToLookAhead = 32;

    // Many trees together see far more trials than this, and looking ahead is slow.
    private const int LargestSample = 1000;

    private readonly IReadOnlyList<ParameterBins> _parameters;
    private readonly double[] _losses;
    private readonly double[][] _sums;
    private readonly int[][] _counts;
    private readonly List<Region> _leaves = [];

    private RegressionTree(IReadOnlyList<ParameterBins> parameters, double[] losses)
    {
        _parameters = parameters;
        _losses = losses;
        _sums = [.. parameters.Select(parameter => new double[parameter.Masses.Length])];
        _counts = [.. parameters.Select(parameter => new int[parameter.Masses.Length])];
    }

    /// <summary>The leaves of a tree fitted to a bootstrap sample (L. Breiman, 1996) of at most a thousand trials.</summary>
    public static IReadOnlyList<Region> Fit(IReadOnlyList<ParameterBins> parameters, double[] losses, SearchRandom random)
    {
        int[] sample = new int[Math.Min(losses.Length, LargestSample)];
        for (int i = 0; i < sample.Length; i++)
            sample[i] = random.NextInt32(losses.Length);
        var tree = new RegressionTree(parameters, losses);
        tree.Grow(sample, [.. parameters.Select(parameter => Enumerable.Range(0, parameter.Masses.Length).ToArray())]);
        return tree._leaves;
    }

    private void Grow(int[] trials, int[][] bins)
    {
        if (BestSplit(trials) is not { } split)
        {
            _leaves.Add(new Region(bins, trials.Average(trial => _losses[trial])));
            return;
        }

        (int[] lower, int[] upper) = Divide(trials, split);
        Grow(lower, [.. bins.Select((own, i) => i == split.Parameter ? [.. own.Where(bin => split.IsLower[bin])] : own)]);
        Grow(upper, [.. bins.Select((own, i) => i == split.Parameter ? [.. own.Where(bin => !split.IsLower[bin])] : own)]);
    }

    private Split? BestSplit(int[] trials)
    {
        IEnumerable<Split> splits = Enumerable.Range(0, _parameters.Count).SelectMany(parameter => Splits(trials, parameter));
        if (trials.Length >= FewestToLookAhead)
            splits = splits.Select(split => split with { Gain = split.Gain + GainBehind(trials, split) });
        return splits.Where(split => split.Gain > 0).MaxBy(split => split.Gain);
    }

    private double GainBehind(int[] trials, Split split)
    {
        (int[] lower, int[] upper) = Divide(trials, split);
        return BestGain(lower) + BestGain(upper);
    }

    private double BestGain(int[] trials) => Enumerable.Range(0, _parameters.Count).Max(parameter =>
    {
        Split[] splits = Splits(trials, parameter);
        return splits.Length == 0 ? 0 : splits[0].Gain;
    });

    // The split with the largest gain and, for nodes that look ahead, the one in the middle.
    private Split[] Splits(int[] trials, int parameter)
    {
        int[] order = Count(trials, parameter);
        double[] sums = _sums[parameter];
        int[] counts = _counts[parameter];
        double total = order.Sum(bin => sums[bin]);
        double least = 1e-12 * trials.Sum(trial => _losses[trial] * _losses[trial]);
        var best = (Gain: 0.0, At: -1);
        var middle = (Gain: 0.0, At: -1, Distance: int.MaxValue);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < order.Length - 1; i++)
        {
            sum += sums[order[i]];
            count += counts[order[i]];
            int above = trials.Length - count;
            if (count < FewestInLeaf || above < FewestInLeaf)
                continue;
            double gain = (sum * sum / count) + ((total - sum) * (total - sum) / above) - (total * total / trials.Length);
            gain = gain > least ? gain : 0;
            if (best.At < 0 || gain > best.Gain)
                best = (gain, i);
            if (Math.Abs(count - above) < middle.Distance)
                middle = (gain, i, Math.Abs(count - above));
        }

        if (best.At < 0)
            return [];
        Split first = SplitAt(parameter, order, best.At, best.Gain);
        return middle.At == best.At || trials.Length < FewestToLookAhead
            ? [first]
            : [first, SplitAt(parameter, order, middle.At, middle.Gain)];
    }

    private int[] Count(int[] trials, int parameter)
    {
        double[] sums = _sums[parameter];
        int[] counts = _counts[parameter];
        Array.Clear(sums);
        Array.Clear(counts);
        foreach (int trial in trials)
        {
            int bin = _parameters[parameter].OfTrials[trial];
            sums[bin] += _losses[trial];
            counts[bin]++;
        }

        int[] order = [.. Enumerable.Range(0, counts.Length).Where(bin => counts[bin] > 0)];
        return _parameters[parameter].Dimension.IsChoice ? [.. order.OrderBy(bin => sums[bin] / counts[bin]).ThenBy(bin => bin)] : order;
    }

    private Split SplitAt(int parameter, int[] order, int at, double gain)
    {
        bool[] isLower = new bool[_parameters[parameter].Masses.Length];
        if (_parameters[parameter].Dimension.IsChoice)
        {
            // Values without a trial belong to the upper side.
            foreach (int bin in order.AsSpan(0, at + 1))
                isLower[bin] = true;
        }
        else
        {
            // Bins without a trial belong to the nearer side.
            isLower.AsSpan(0, ((order[at] + order[at + 1]) / 2) + 1).Fill(true);
        }

        return new Split(parameter, gain, isLower);
    }

    private (int[] Lower, int[] Upper) Divide(int[] trials, Split split)
    {
        int[] binOf = _parameters[split.Parameter].OfTrials;
        return ([.. trials.Where(trial => split.IsLower[binOf[trial]])], [.. trials.Where(trial => !split.IsLower[binOf[trial]])]);
    }

    private sealed record Split(int Parameter, double Gain, bool[] IsLower);
}
