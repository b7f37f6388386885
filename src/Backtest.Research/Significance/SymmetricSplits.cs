using System.Numerics;
using System.Runtime.InteropServices;

namespace Backtest.Research;

/// <summary>
/// Enumerates all ways to halve the time by blocks, in lexicographic order. Sums of blocks are carried along as blocks are chosen, so that a split
/// costs two Sharpe ratios per strategy, whatever the number of periods. Only the halves with the first block are enumerated: each other half is
/// the complement of one of them, in reverse order.
/// </summary>
internal sealed class SymmetricSplits
{
    private const double Constant = 1e-12; // a smaller fraction of the squares is rounding

    private readonly int _blocks;
    private readonly int _strategies;
    private readonly double _half;
    private readonly double[] _means;
    private readonly double[][] _blockSums; // of deviations from the overall mean: squares of the returns themselves would lose digits
    private readonly double[][] _blockSquares;
    private readonly double[][] _sums; // by the number of chosen blocks
    private readonly double[][] _squares;
    private readonly double[] _totalSums;
    private readonly double[] _totalSquares;
    private readonly double[] _otherSums;
    private readonly double[] _otherSquares;
    private readonly double[] _inside;
    private readonly double[] _outside;
    private readonly List<(double Inside, double Outside, double Logit)> _splits = [];
    private readonly List<(double Inside, double Outside, double Logit)> _opposites = []; // in reverse order

    public SymmetricSplits(TrialReturns returns, int blocks)
    {
        _blocks = blocks;
        _strategies = returns.Strategies;
        int length = returns.Periods / blocks;
        _half = length * (blocks / 2);
        _blockSums = Zeros(blocks);
        _blockSquares = Zeros(blocks);
        _sums = Zeros((blocks / 2) + 1);
        _squares = Zeros((blocks / 2) + 1);
        _means = new double[_strategies];
        for (int strategy = 0; strategy < _strategies; strategy++)
            Cut(strategy, returns.Series(strategy)[(returns.Periods - (length * blocks))..], length);
        (_totalSums, _totalSquares, _otherSums, _otherSquares) = (Row(), Row(), Row(), Row());
        (_inside, _outside) = (Row(), Row());
        for (int block = 0; block < blocks; block++)
        {
            Rows.Add(_totalSums, _blockSums[block], _totalSums);
            Rows.Add(_totalSquares, _blockSquares[block], _totalSquares);
        }
    }

    public BacktestOverfitting Measure()
    {
        (_sums[1], _squares[1]) = (_blockSums[0], _blockSquares[0]);
        Choose(chosen: 1, from: 1);
        _opposites.Reverse();
        _splits.AddRange(_opposites);
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
        Rows.Subtract(_totalSums, sums, _otherSums);
        Rows.Subtract(_totalSquares, squares, _otherSquares);
        Sharpe(sums, squares, _inside);
        Sharpe(_otherSums, _otherSquares, _outside);
        _splits.Add(Judge(_inside, _outside));
        _opposites.Add(Judge(_outside, _inside));
    }

    private (double Inside, double Outside, double Logit) Judge(double[] inside, double[] outside)
    {
        int best = 0;
        for (int i = 1; i < inside.Length; i++)
        {
            if (inside[i] > inside[best])
                best = i;
        }

        int atOrBelow = 0;
        double limit = outside[best];
        foreach (double other in outside)
            atOrBelow += other <= limit ? 1 : 0;
        double rank = atOrBelow / (_strategies + 1.0);
        return (inside[best], limit, DeterministicMath.Log(rank / (1 - rank)));
    }

    /// <summary>The ratios of half of the periods; 0 if the returns do not vary, such as those of a strategy that did not trade.</summary>
    private void Sharpe(double[] sums, double[] squares, double[] ratios)
    {
        int wide = ratios.Length - (ratios.Length % Vector<double>.Count);
        ReadOnlySpan<Vector<double>> sum = MemoryMarshal.Cast<double, Vector<double>>(sums.AsSpan(0, wide));
        ReadOnlySpan<Vector<double>> square = MemoryMarshal.Cast<double, Vector<double>>(squares.AsSpan(0, wide));
        ReadOnlySpan<Vector<double>> mean = MemoryMarshal.Cast<double, Vector<double>>(_means.AsSpan(0, wide));
        Span<Vector<double>> ratio = MemoryMarshal.Cast<double, Vector<double>>(ratios.AsSpan(0, wide));
        var half = new Vector<double>(_half);
        var freedom = new Vector<double>(_half - 1);
        for (int i = 0; i < ratio.Length; i++)
        {
            Vector<double> second = square[i] - (sum[i] * sum[i] / half);
            ratio[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(second, Constant * square[i]), (mean[i] + (sum[i] / half)) / Vector.SquareRoot(second / freedom), Vector<double>.Zero);
        }

        for (int i = wide; i < ratios.Length; i++)
        {
            double second = squares[i] - (sums[i] * sums[i] / _half);
            ratios[i] = second > Constant * squares[i] ? (_means[i] + (sums[i] / _half)) / Math.Sqrt(second / (_half - 1)) : 0;
        }
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

    private void Cut(int strategy, ReadOnlySpan<double> returns, int length)
    {
        double mean = 0;
        foreach (double value in returns)
            mean += value;
        mean /= returns.Length;
        _means[strategy] = mean;
        for (int i = 0; i < returns.Length; i++)
        {
            double deviation = returns[i] - mean;
            _blockSums[i / length][strategy] += deviation;
            _blockSquares[i / length][strategy] += deviation * deviation;
        }
    }

    private double Share(Func<(double Inside, double Outside, double Logit), bool> counts) => _splits.Count(counts) / (double)_splits.Count;

    private double[] Row() => new double[_strategies];

    private double[][] Zeros(int count) => [.. Enumerable.Range(0, count).Select(_ => Row())];
}
