using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// The runs by which trials are scored in a cross-validation: each trial is run again, flat at the end of every fold, so that no fold includes
/// positions entered in another, whatever the split.
/// </summary>
/// <param name="Days">The days to divide into folds, as day numbers.</param>
/// <param name="Ends">When folds end.</param>
/// <param name="Returns">The store of the returns.</param>
internal sealed record FoldRuns(int[] Days, FlatTimes Ends, ReturnsStore Returns)
{
    /// <summary>The runs of a search, or null if it has no cross-validation.</summary>
    public static FoldRuns? Of(SearchPlan plan, KeptBars bars, ReturnsStore returns)
    {
        if (plan.Sweep.Validation is not CrossValidationConfig config)
            return null;
        (int[] days, long[] ends) = DaysOf(plan, bars);
        return new FoldRuns(days, new FlatTimes(FoldPlan.Cut(days.Length, config.Folds).Select(fold => ends[fold.To - 1])), returns);
    }

    /// <summary>The traded days, and when each ends.</summary>
    public static (int[] Days, long[] Ends) DaysOf(SearchPlan plan, KeptBars bars)
    {
        int from = 0;
        while (from < bars.TradingDays.Length && bars.TradingDays[from] < plan.Sweep.TradeFrom?.DayNumber)
            from++;
        return ([.. bars.TradingDays[from..]], [.. bars.EndsOfDays[from..]]);
    }

    /// <summary>Records whether plugins of trials learn, which they may from all days.</summary>
    public LearningDays Learning { get; } = new([]);

    /// <summary>The run of a trial.</summary>
    public WorkflowConfig RunOf(WorkflowConfig trial) => trial with
    {
        Execution = trial.Execution with { Flat = Ends },
        Learning = Learning,
    };
}
