using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The range of days a run trades.</summary>
/// <param name="From">The first day; earlier bars only warm up and train.</param>
/// <param name="To">The last day; no later bar is read.</param>
internal sealed record TrialWindow(DateOnly From, DateOnly To)
{
    /// <summary>Limits a run to the window.</summary>
    public WorkflowConfig Cut(WorkflowConfig config) => config with
    {
        TradeFrom = From,
        Data = [.. config.Data.Select(source => source with { End = source.End < To ? source.End : To })],
    };
}
