using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The weights an ensemble tries: one per strategy, in steps of equal size and with a fixed sum.</summary>
internal static class EnsembleWeights
{
    /// <summary>The maximum number of choices tried in a regime.</summary>
    public const long Most = 10_000;

    /// <summary>The strategies that share a sum: those of all portfolios under the classifier, by their paths in the run file.</summary>
    public static IReadOnlyList<string> StrategiesUnder(ResearchStepConfig.Ensemble step, WorkflowConfig config)
    {
        string? name = ResearchSteps.ClassifierOf(step, config);
        return
        [
            .. config.Classifiers.Where(classifier => classifier.Name == name).SelectMany(classifier => classifier.Portfolios)
                .SelectMany(portfolio => portfolio.Strategies.Select(strategy => $"portfolios.{portfolio.Name}.strategies.{strategy.Name}")),
        ];
    }

    /// <summary>The number of choices.</summary>
    public static long Count(int strategies, ResearchStepConfig.Ensemble step)
    {
        (int units, int most) = Units(step);
        long[] ways = new long[units + 1]; // to distribute each number of units among the strategies so far
        ways[0] = 1;
        for (int strategy = 0; strategy < strategies; strategy++)
        {
            long[] more = new long[units + 1];
            for (int unit = 0; unit <= units; unit++)
            {
                for (int own = 0; own <= Math.Min(most, unit); own++)
                    more[unit] = Math.Min(long.MaxValue / 2, more[unit] + ways[unit - own]);
            }

            ways = more;
        }

        return ways[units];
    }

    /// <summary>All choices, the most even first.</summary>
    public static IReadOnlyList<double[]> All(int strategies, ResearchStepConfig.Ensemble step)
    {
        (int units, int most) = Units(step);
        return [.. Share(strategies, units).OrderBy(share => share.Sum(own => (long)own * own)).Select(share => share.Select(own => own * step.Step).ToArray())];

        IEnumerable<int[]> Share(int left, int unit)
        {
            if (left == 0)
                return unit == 0 ? [[]] : [];
            return Enumerable.Range(0, Math.Min(most, unit) + 1).Reverse().SelectMany(own => Share(left - 1, unit - own).Select(rest => (int[])[own, .. rest]));
        }
    }

    private static (int Units, int Most) Units(ResearchStepConfig.Ensemble step) =>
        ((int)Math.Round(step.Sum / step.Step), (int)Math.Floor((1 / step.Step) + 1e-9));
}
