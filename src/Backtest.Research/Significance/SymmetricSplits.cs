namespace Backtest.Research;

/// <summary>
/// All ways to halve the time by blocks, in lexicographic order. Sums of blocks are carried along as blocks are chosen, so that a split costs each
/// strategy two Sharpe ratios, whatever the number of periods.
/// </summary>
internal sealed class SymmetricSplits
{
    private const double Constant = 1e-12; // less of the squares than this is rounding

    private readonly int _blocks;
    private readonly int _strategies;
    private readonly double _half;
    private readonly double[] _means;
    private readonly double[][] _blockSums; // of deviations from the mean of all time: squares of returns themselves would lose digits
    private readonly double[][] _blockSquares;
    private readonly double[][] _sums; // by how many blocks are chosen
    private readonly double[][] _squares;
    private readonly double[] _totalSums;
    private readonly double[] _totalSquares;
    private readonly double[] _outside;
    private readonly List<(double Inside, double Outside, double Logit)> _splits = [];

    public SymmetricSplits(TrialReturns returns, int blocks)
    {
        _blocks = blocks;
        _strategies = returns.Strategies;
        _outside = new double[_strategies];
        int length = returns.Periods / blocks;
        int first = returns.Periods - (length * blocks);
        _half = length * (blocks / 2);
        _blockSums = Zeros(blocks);
        _blockSquares = Zeros(blocks);
        _sums = Zeros((blocks / 2) + 1);
        _squares = Zeros((blocks / 2) + 1);
        _totalSums = new double[_strategies];
        _totalSquares = new double[_strategies];
        _means = new double[_strategies];
        for (int period = first; period < returns.Periods; period++)
            Rows.Add(_means, returns.InPeriod(period), _means);
        Rows.Divide(_means, length * blocks);
        for (int block = 0; block < blocks; block++)
        {
            for (int i = 0; i < length; i++)
                Add(returns.InPeriod(first + (block * length) + i), _blockSums[block], _blockSquares[block]);
            Rows.Add(_totalSums, _blockSums[block], _totalSums);
            Rows.Add(_totalSquares, _blockSquares[block], _totalSquares);
        }
    }

    public BacktestOverfitting Measure()
    {
        Choose(chosen: 0, from: 0);
        (double? slope, double? intercept) = Degradation();
        return new BacktestOverfitting
        {
            Splits = _splits.Count,
            Blocks = _blocks,
            Probability = Share(split => split.Logit <= 0),
            Logits = [.. _splits.Select(split => split.Logit)],
            DegradationSlope = slope,
            DegradationIntercept = intercept,
            ProbabilityOfLoss = Share(split => split.Outside < 0),
        };
    }

    private void Choose(int chosen, int from)
    {
        int left = (_blocks / 2) - chosen;
        if (left == 0)
        {
            Split(_sums[chosen], _squares[chosen]);
            return;
        }

        for (int block = from; block <= _blocks - left; block++)
        {
            Rows.Add(_sums[chosen], _blockSums[block], _sums[chosen + 1]);
            Rows.Add(_squares[chosen], _blockSquares[block], _squares[chosen + 1]);
            Choose(chosen + 1, block + 1);
        }
    }

    private void Split(double[] sums, double[] squares)
    {
        int best = 0;
        double inside = double.NegativeInfinity;
        for (int i = 0; i < _strategies; i++)
        {
            double sharpe = Sharpe(sums[i], squares[i], _means[i]);
            _outside[i] = Sharpe(_totalSums[i] - sums[i], _totalSquares[i] - squares[i], _means[i]);
            if (sharpe <= inside)
                continue;
            inside = sharpe;
            best = i;
        }

        int atOrBelow = 0;
        double outside = _outside[best];
        foreach (double other in _outside)
            atOrBelow += other <= outside ? 1 : 0;
        double rank = atOrBelow / (_strategies + 1.0);
        _splits.Add((inside, outside, DeterministicMath.Log(rank / (1 - rank))));
    }

    /// <summary>The ratio of half of the periods; 0 where the returns do not vary, as those of a strategy that did not trade.</summary>
    private double Sharpe(double sum, double squares, double mean)
    {
        double second = squares - (sum * sum / _half);
        return second > Constant * squares ? (mean + (sum / _half)) / Math.Sqrt(second / (_half - 1)) : 0;
    }

    private (double? Slope, double? Intercept) Degradation()
    {
        double inside = _splits.Average(split => split.Inside);
        double outside = _splits.Average(split => split.Outside);
        double variance = _splits.Sum(split => (split.Inside - inside) * (split.Inside - inside));
        if (!(variance > 0))
            return (null, null);
        double slope = _splits.Sum(split => (split.Inside - inside) * (split.Outside - outside)) / variance;
        return (slope, outside - (slope * inside));
    }

    private void Add(ReadOnlySpan<double> returns, double[] sums, double[] squares)
    {
        for (int i = 0; i < returns.Length; i++)
        {
            double deviation = returns[i] - _means[i];
            sums[i] += deviation;
            squares[i] += deviation * deviation;
        }
    }

    private double Share(Func<(double Inside, double Outside, double Logit), bool> counts) => _splits.Count(counts) / (double)_splits.Count;

    private double[][] Zeros(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[_strategies])];
}
