using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The days a run trades.</summary>
/// <param name="From">The first; earlier bars only warm up and train.</param>
/// <param name="To">The last; no later bar is read.</param>
internal sealed record TrialWindow(DateOnly From, DateOnly To)
{
    /// <summary>The run in the window.</summary>
    public WorkflowConfig Cut(WorkflowConfig config) => config with
    {
        TradeFrom = From,
        Data = [.. config.Data.Select(source => source with { End = source.End < To ? source.End : To })],
    };
}
