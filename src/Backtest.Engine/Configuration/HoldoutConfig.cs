namespace Backtest.Engine;

/// <summary>Days that are held out: no run and no search sees them, except a run whose purpose is to look at them.</summary>
public sealed record HoldoutConfig
{
    private const string FromKey = "holdout.from";

    /// <summary>The first day held out; the bars of all runs end before it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Whether the run is a look at the days held out: it trades from the first of them on, and the look is counted.</summary>
    public bool IsLook { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>
    /// Applies a run's holdout: its data ends before the days held out, or, if the run is a look at them, trading begins with them.
    /// </summary>
    /// <param name="config">The run; a run that has no holdout, or already applies it, is returned unchanged.</param>
    public static WorkflowConfig Keep(WorkflowConfig config) => config.Holdout switch
    {
        null => config,
        { IsLook: true, From: var from } => config.TradeFrom >= from ? config : config with { TradeFrom = from },
        { } holdout when holdout.IsKept(config) => config,
        { From: var from } => config with { Data = [.. config.Data.Select(source => EndsBefore(source, from) ? source : source with { End = from.AddDays(-1), EndKey = FromKey })] },
    };

    /// <summary>Whether a run that has this holdout applies it.</summary>
    internal bool IsKept(WorkflowConfig config) => IsLook ? config.TradeFrom >= From : config.Data.All(source => EndsBefore(source, From));

    private static bool EndsBefore(BarSourceOptions source, DateOnly day) => source.End < day;
}
