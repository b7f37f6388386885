namespace Backtest.Benchmarks;

/// <summary>Baum-Welch steps for two states and one feature, written out, to compare with the trainer for any number.</summary>
internal sealed class TwoStateTraining(double[] observations)
{
    private const double LeastExponent = -300;
    private const double LeastProduct = 1e-150;
    private const double LogTwoPi = 1.8378770664093454836;

    private readonly double[] _emissionA = new double[observations.Length];
    private readonly double[] _emissionB = new double[observations.Length];
    private readonly double[] _filteredA = new double[observations.Length];
    private readonly double[] _filteredB = new double[observations.Length];
    private readonly double[] _scales = new double[observations.Length];
    private double _startA, _startB, _aa, _ab, _ba, _bb, _meanA, _meanB, _varianceA, _varianceB;

    /// <summary>Takes steps from a start, and returns the log-likelihood after the last.</summary>
    public double Train(int steps, ReadOnlySpan<double> means, ReadOnlySpan<double> variances, double persistence)
    {
        (_startA, _startB) = (0.5, 0.5);
        (_aa, _bb) = (persistence, persistence);
        (_ab, _ba) = (1 - persistence, 1 - persistence);
        (_meanA, _meanB) = (means[0], means[1]);
        (_varianceA, _varianceB) = (variances[0], variances[1]);
        double logLikelihood = Forward();
        for (int step = 0; step < steps; step++)
        {
            BackwardAndMaximize();
            logLikelihood = Forward();
        }

        return logLikelihood;
    }

    private double Forward()
    {
        double logLikelihood = 0;
        double product = 1;
        double constantA = (-0.5 * LogTwoPi) - (0.5 * DeterministicMath.Log(_varianceA));
        double constantB = (-0.5 * LogTwoPi) - (0.5 * DeterministicMath.Log(_varianceB));
        double previousA = 0;
        double previousB = 0;
        for (int t = 0; t < observations.Length; t++)
        {
            double awayA = observations[t] - _meanA;
            double awayB = observations[t] - _meanB;
            double logA = constantA - (0.5 * awayA * awayA / _varianceA);
            double logB = constantB - (0.5 * awayB * awayB / _varianceB);
            double best = Math.Max(logA, logB);
            double emissionA = logA == best ? 1 : DeterministicMath.Exp(Math.Max(logA - best, LeastExponent));
            double emissionB = logB == best ? 1 : DeterministicMath.Exp(Math.Max(logB - best, LeastExponent));
            double a = (t == 0 ? _startA : (previousA * _aa) + (previousB * _ba)) * emissionA;
            double b = (t == 0 ? _startB : (previousA * _ab) + (previousB * _bb)) * emissionB;
            double sum = a + b;
            double scale = 1 / sum;
            (previousA, previousB) = (a * scale, b * scale);
            _emissionA[t] = emissionA;
            _emissionB[t] = emissionB;
            _filteredA[t] = previousA;
            _filteredB[t] = previousB;
            _scales[t] = scale;
            logLikelihood += best;
            product *= sum;
            if (product < LeastProduct)
            {
                logLikelihood += DeterministicMath.Log(product);
                product = 1;
            }
        }

        return logLikelihood + DeterministicMath.Log(product);
    }

    private void BackwardAndMaximize()
    {
        double backwardA = 1, backwardB = 1, aa = 0, ab = 0, ba = 0, bb = 0;
        double occupancyA = 0, occupancyB = 0, sumA = 0, sumB = 0, squareA = 0, squareB = 0;
        double probabilityA = 0, probabilityB = 0;
        for (int t = observations.Length - 1; t >= 0; t--)
        {
            (probabilityA, probabilityB) = (_filteredA[t], _filteredB[t]);
            if (t < observations.Length - 1)
            {
                double weightA = _emissionA[t + 1] * backwardA * _scales[t + 1];
                double weightB = _emissionB[t + 1] * backwardB * _scales[t + 1];
                aa += probabilityA * weightA;
                ab += probabilityA * weightB;
                ba += probabilityB * weightA;
                bb += probabilityB * weightB;
                (backwardA, backwardB) = ((_aa * weightA) + (_ab * weightB), (_ba * weightA) + (_bb * weightB));
                probabilityA *= backwardA;
                probabilityB *= backwardB;
            }

            double observed = observations[t];
            occupancyA += probabilityA;
            occupancyB += probabilityB;
            sumA += probabilityA * observed;
            sumB += probabilityB * observed;
            squareA += probabilityA * observed * observed;
            squareB += probabilityB * observed * observed;
        }

        (_startA, _startB) = (probabilityA, probabilityB);
        (aa, ab, ba, bb) = (aa * _aa, ab * _ab, ba * _ba, bb * _bb);
        (_aa, _ab) = (aa / (aa + ab), ab / (aa + ab));
        (_ba, _bb) = (ba / (ba + bb), bb / (ba + bb));
        (_meanA, _meanB) = (sumA / occupancyA, sumB / occupancyB);
        _varianceA = (squareA / occupancyA) - (_meanA * _meanA);
        _varianceB = (squareB / occupancyB) - (_meanB * _meanB);
    }
}
