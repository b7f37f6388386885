using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Chooses the best trial of a search on some folds and evaluates it on the others, for every split. Each split scores the returns, on its days, of
/// the run that was flat at the ends of folds.
/// </summary>
internal sealed class CrossValidation
{
    private readonly CrossValidationConfig _config;
    private readonly SearchPlan _plan;
    private readonly Objective _objective;
    private readonly int[] _placeOf; // for each day, and for the end: the number of returns before it
    private readonly double[][] _returns; // of each trial, by its number, if plugins may learn from all days
    private readonly int[] _numbers;
    private readonly double _periods;

    private CrossValidation(CrossValidationConfig config, SearchPlan plan, ComparedTrials compared, int[] days, double periods)
    {
        _config = config;
        _plan = plan;
        _objective = plan.Objectives[0];
        _placeOf = new int[days.Length + 1];
        for (int day = 0, place = 0; day <= days.Length; _placeOf[day++] = place)
        {
            while (place < compared.Days.Length && (day == days.Length || compared.Days[place] < days[day]))
                place++;
        }

        int[] order = [.. Enumerable.Range(0, compared.Numbers.Length).OrderBy(place => compared.Numbers[place])];
        _numbers = [.. order.Select(place => compared.Numbers[place])];
        _returns = [.. order.Select(compared.Returns.OfStrategy)];
        _periods = periods;
    }

    /// <summary>Validates a search.</summary>
    /// <param name="config">The options.</param>
    /// <param name="plan">The search.</param>
    /// <param name="compared">The trials' returns, flat at the ends of folds.</param>
    /// <param name="days">The days to divide into folds, as day numbers.</param>
    /// <param name="trials">All trials.</param>
    /// <param name="periods">The number of returns per year.</param>
    /// <param name="isAdaptive">Whether proposals depended on the results of earlier trials.</param>
    /// <param name="learned">Computes the returns for a split if plugins learn, or null if none do.</param>
    /// <param name="workers">The maximum number of threads.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The folds are shorter than purge and embargo need.</exception>
    public static async Task<CrossValidationSummary> OfAsync(
        CrossValidationConfig config, SearchPlan plan, ComparedTrials compared, int[] days, IReadOnlyList<TrialResult> trials, double periods,
        bool isAdaptive, SplitReturns? learned, int workers, CancellationToken cancellation)
    {
        var validation = new CrossValidation(config, plan, compared, days, periods);
        (int purge, int embargo) = FoldCheck.Apart(config, days, trials);
        FoldCheck.Require(config, days, trials);
        var folds = new FoldPlan(days.Length, config.Folds, config.TestFolds, purge, embargo);
        var splits = new JudgedSplit[folds.Splits.Count];
        if (learned is null)
        {
            Parallel.For(
                0, splits.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers), CancellationToken = cancellation },
                split => splits[split] = validation.Judge(folds.Splits[split], validation._returns));
        }
        else
        {
            foreach (FoldSplit split in folds.Splits)
                splits[split.Number] = validation.Judge(split, await learned(split, validation._numbers, cancellation).ConfigureAwait(false));
        }

        return validation.Measure(folds, splits) with
        {
            PurgeDays = purge,
            EmbargoDays = embargo,
            IsFittedAgain = learned is not null,
            Notes = [.. Notes(compared, isAdaptive)],
        };
    }

    private CrossValidationSummary Measure(FoldPlan folds, JudgedSplit[] judged)
    {
        SplitResult[] splits = [.. judged.Select(split => split.Result)];
        PathResult[] paths = [.. Enumerable.Range(0, folds.Paths).Select(path => Measure(folds, judged, folds.Path(path)))];
        SplitResult[] known = [.. splits.Where(split => split is { Inside: not null, Outside: not null })];
        double sign = _objective.Goal.Maximizes ? 1 : -1;
        return new CrossValidationSummary
        {
            Type = _config.Type,
            Objective = _objective.Goal.Name,
            Folds = _config.Folds,
            TestFolds = _config.TestFolds,
            Days = _placeOf[^1],
            PurgeDays = 0,
            EmbargoDays = 0,
            Trials = _numbers.Length,
            Splits = splits,
            Paths = paths,
            Inside = MedianOf(known.Select(split => split.Inside!.Value)),
            Outside = MedianOf(known.Select(split => split.Outside!.Value)),
            Degradation = MedianOf(known.Select(split => sign * (split.Inside!.Value - split.Outside!.Value))),
            BelowMedian = splits.Any(split => split.Beaten is not null)
                ? splits.Where(split => split.Beaten is not null).Average(split => split.Beaten <= 0.5 ? 1.0 : 0.0) : null,
        };
    }

    private JudgedSplit Judge(FoldSplit split, double[][] returns)
    {
        int trainDays = split.Train.Sum(range => range.Count);
        int testDays = split.Test.Sum(range => range.Count);
        double[] own = new double[Math.Max(trainDays, testDays)];
        double[] buffer = new double[own.Length];
        (int trial, double? inside) = (-1, null);
        for (int i = 0; i < returns.Length; i++)
        {
            double? value = Score(split.Train, returns[i], own, buffer);
            if (_objective.Goal.Loss(value) < _objective.Goal.Loss(inside))
                (trial, inside) = (i, value);
        }

        if (trial < 0)
        {
            return new JudgedSplit(
                new SplitResult(split.Number, split.TestFolds, trainDays, testDays, Trial: null, Inside: null, Outside: null, Beaten: null), Chosen: null);
        }

        double?[] outside = [.. returns.Select(trialReturns => Score(split.Test, trialReturns, own, buffer))];
        double? beaten = null;
        if (returns.Length > 1 && outside[trial] is not null)
        {
            double loss = _objective.Goal.Loss(outside[trial]);
            // If two did equally well, neither is better, and each counts half.
            beaten = outside.Where((_, i) => i != trial)
                .Average(other => _objective.Goal.Loss(other).CompareTo(loss) switch { > 0 => 1.0, 0 => 0.5, _ => 0.0 });
        }

        return new JudgedSplit(
            new SplitResult(split.Number, split.TestFolds, trainDays, testDays, _numbers[trial], inside, outside[trial], beaten), returns[trial]);
    }

    private double? Score(IReadOnlyList<DayRange> days, double[] returns, double[] own, double[] buffer)
    {
        int count = Gather(days, returns, own);
        return _objective.Score(own.AsSpan(0, count), _plan.Sweep.Metrics.RiskFreeRate, _periods, buffer);
    }

    private PathResult Measure(FoldPlan folds, JudgedSplit[] splits, IReadOnlyList<int> path)
    {
        double[] returns = new double[_placeOf[^1]];
        for (int fold = 0; fold < path.Count; fold++)
        {
            if (splits[path[fold]].Chosen is not { } chosen)
                return new PathResult(TotalReturn: null, Sharpe: null, MaxDrawdown: null);
            DayRange range = PlacesOf(folds.Folds[fold]);
            chosen.AsSpan(range.From, range.Count).CopyTo(returns.AsSpan(range.From));
        }

        return new PathResult(Of("total_return"), Of("sharpe"), Of("max_drawdown"));

        double? Of(string metric) => ReturnMetric.Of(metric, [.. returns], _plan.Sweep.Metrics.RiskFreeRate, _periods);
    }

    /// <summary>The positions of the returns of some days. A day without trading has no return.</summary>
    private DayRange PlacesOf(DayRange days) => new(_placeOf[days.From], _placeOf[days.To]);

    private int Gather(IReadOnlyList<DayRange> days, double[] returns, double[] into)
    {
        int count = 0;
        foreach (DayRange range in days.Select(PlacesOf))
        {
            returns.AsSpan(range.From, range.Count).CopyTo(into.AsSpan(count));
            count += range.Count;
        }

        return count;
    }

    private static IEnumerable<string> Notes(ComparedTrials compared, bool isAdaptive)
    {
        if (isAdaptive)
        {
            yield return "an adaptive method chose the trials by all of the data, including the tested days, so figures outside look too good; "
                + "those of grid, random and sobol are not";
        }

        if (compared.IsSample)
            yield return $"an even sample of {compared.Returns.Strategies} trials was compared, because all of them would not fit into memory";
    }

    private static double? MedianOf(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } all ? Median.Of(all) : null;

    /// <summary>A split, with the returns of the trial chosen in it.</summary>
    private readonly record struct JudgedSplit(SplitResult Result, double[]? Chosen);
}

/// <summary>Computes the returns of trials for a split, by their numbers.</summary>
internal delegate Task<double[][]> SplitReturns(FoldSplit split, IReadOnlyList<int> trials, CancellationToken cancellation);
