using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Rejects a cross-validation whose folds are too short or too many.</summary>
internal static class FoldCheck
{
    private const double MostSplits = 10_000;
    private const string Key = "validation";

    /// <summary>Performs the checks possible before the first trial.</summary>
    /// <param name="config">The options.</param>
    /// <param name="plan">The search.</param>
    /// <param name="days">The number of days that will be traded.</param>
    /// <exception cref="InputException">The validation is impossible.</exception>
    public static void Require(CrossValidationConfig config, SearchPlan plan, int days)
    {
        if (plan.Objectives[0].Unsplittable() is { } error)
            throw new InputException(error);
        if (FoldPlan.Count(config.Folds, config.TestFolds) is > MostSplits and var splits)
        {
            throw Wrong(
                config, "test_folds", "too_many_splits",
                FormattableString.Invariant($"{config.TestFolds} of {config.Folds} folds can be chosen in {splits:N0} ways; expected at most {MostSplits:N0}"),
                "Use fewer folds, or test fewer at a time.");
        }

        RequireFolds(config, days, config.Purge ?? 0, config.Embargo ?? 0);
    }

    /// <summary>Checks, from trials that have ended, that purge and embargo are at least as long as they need.</summary>
    /// <param name="config">The options.</param>
    /// <param name="days">The days to divide into folds, as day numbers.</param>
    /// <param name="trials">The trials.</param>
    /// <exception cref="InputException">The folds are shorter than purge and embargo need.</exception>
    public static void Require(CrossValidationConfig config, int[] days, IReadOnlyList<TrialResult> trials)
    {
        (int purge, int embargo) = Apart(config, days, trials);
        RequireFolds(config, days.Length, purge, embargo);
    }

    /// <summary>The number of days before and after each test that are not used to choose.</summary>
    public static (int Purge, int Embargo) Apart(CrossValidationConfig config, int[] days, IReadOnlyList<TrialResult> trials) =>
    (
        config.Purge ?? TradingDays(days, (int)(trials.Max(trial => trial.Metric("longest_trade_days")) ?? 0)),
        config.Embargo ?? (int)(trials.Max(trial => trial.WarmUpDays) ?? 0));

    private static void RequireFolds(CrossValidationConfig config, int days, int purge, int embargo)
    {
        int fold = days / config.Folds;
        if (fold < 2)
        {
            throw Wrong(
                config, "folds", "short_folds",
                FormattableString.Invariant($"{days:N0} days are divided into {config.Folds} folds of {fold}, but a fold needs at least 2"),
                "Use fewer folds, or more data.");
        }

        var errors = new List<InputError>();
        Add("purge", purge, config.Purge is null, "the longest trade");
        Add("embargo", embargo, config.Embargo is null, "the longest warm-up");
        if (errors.Count > 0)
            throw new InputException(errors);

        void Add(string key, int count, bool isMeasured, string why)
        {
            if (count <= fold / 2)
                return;
            string kept = isMeasured ? " Finished trials are kept and not repeated." : "";
            errors.Add(Wrong(
                config, key, "short_folds",
                FormattableString.Invariant($"the {key} of {count:N0} days{(isMeasured ? $" ({why})" : "")} is more than half a fold of {fold:N0} days"),
                $"Use fewer folds, more data or shorter trades, or set how many days are enough: {key}: {{days: {fold / 2}}}.{kept}").Errors[0]);
        }
    }

    private static InputException Wrong(CrossValidationConfig config, string key, string code, string message, string fix) => new(new InputError(code, message)
    {
        Key = $"{Key}.{key}",
        Position = config.Position,
        Fix = fix,
    });

    /// <summary>The maximum number of trading days within a number of calendar days.</summary>
    private static int TradingDays(int[] days, int calendarDays)
    {
        int most = 0;
        for (int from = 0, to = 0; to < days.Length; to++)
        {
            while (days[to] - days[from] > calendarDays)
                from++;
            most = Math.Max(most, to - from);
        }

        return most;
    }
}
