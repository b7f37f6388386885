using Backtest.Plugins.Hmm;

namespace Backtest.Benchmarks;

/// <summary>A fixed number of Baum-Welch steps on the returns of a random walk.</summary>
public sealed class TrainingRun
{
    /// <summary>The number of steps of a training.</summary>
    public const int Steps = 20;

    private const double Persistence = 0.95;

    private readonly double[] _observations;
    private readonly double[] _means = [-0.004, 0.004];
    private readonly double[] _variances = [0.00015, 0.00008];
    private readonly TwoStateTraining _fused;
    private readonly BaumWelch _trainer = new(
        states: 2, features: 1, new BaumWelchOptions { MaximumIterations = Steps, Tolerance = double.NegativeInfinity, VarianceFloor = 0 });

    /// <summary>Uses all returns of the bars.</summary>
    public TrainingRun(PreloadedBars bars)
    {
        double[] closes = bars.Columns[0].Close[..bars.Columns[0].Count];
        _observations = [.. closes.Skip(1).Zip(closes, (now, before) => (now / before) - 1)];
        _fused = new TwoStateTraining(_observations);
    }

    /// <summary>Observations × steps, counting the forward pass at the end as one.</summary>
    public long Work => (long)_observations.Length * Steps;

    /// <summary>The log-likelihood, in thousandths, after the loop's steps.</summary>
    public long Fused() => InThousandths(_fused.Train(Steps, _means, _variances, Persistence));

    /// <summary>The log-likelihood, in thousandths, after the trainer's steps.</summary>
    public long Engine()
    {
        var start = new GaussianHiddenMarkovModel(
            [0.5, 0.5], [Persistence, 1 - Persistence, 1 - Persistence, Persistence], _means, _variances);
        return InThousandths(_trainer.Train(start, _observations).LogLikelihood);
    }

    private static long InThousandths(double value) => (long)Math.Round(value * 1000);
}
