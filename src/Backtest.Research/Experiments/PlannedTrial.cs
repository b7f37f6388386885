using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A trial to be run, with the run its point stands for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Proposal">What the method proposed.</param>
/// <param name="Parameters">The values of the searched parameters, as JSON.</param>
/// <param name="Config">The run, or null if the run file is invalid with these values.</param>
/// <param name="SpecHash">The hash of the run's specification.</param>
/// <param name="Key">The key it is counted by.</param>
/// <param name="Message">What is wrong, or null if nothing is.</param>
internal sealed record PlannedTrial(
    int Number, SearchProposal Proposal, string Parameters, WorkflowConfig? Config, string SpecHash, string Key, string? Message);

/// <summary>Turns points into runs.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="bars">Its data.</param>
/// <param name="plugins">Where plugins are found.</param>
/// <param name="window">The days its runs trade, or null for all days.</param>
internal sealed class TrialPlanner(SearchPlan plan, KeptBars bars, IReadOnlyList<IPluginSource> plugins, TrialWindow? window = null)
{
    private readonly Dictionary<string, IReadOnlyList<BarSourceOptions>> _data = new(StringComparer.Ordinal) { [bars.Asked] = bars.Data };
    // Neither the name of a search nor its benchmark affects trades: trials that differ only in these are the same.
    private const string AnyName = "trial";

    private readonly Lock _lock = new();

    /// <summary>The run of a proposal.</summary>
    public PlannedTrial Plan(int number, SearchProposal proposal)
    {
        string parameters = plan.ValuesOf(proposal.Point).ToJsonString();
        try
        {
            RunSpec spec = RunSpec.Of(Cut(ConfigOf(proposal.Point), proposal.Share) with { Name = AnyName, Benchmark = null }, plugins);
            string key = TrialKey.Of(spec.Hash, bars.FingerprintOf(spec.Config), Results.EngineVersion.Current);
            return new PlannedTrial(number, proposal, parameters, WithSharedData(spec), spec.Hash, key, Message: null);
        }
        catch (InputException exception)
        {
            string hash = ExperimentIdentity.HashOf(parameters);
            string key = TrialKey.Of(hash, bars.Fingerprint, Results.EngineVersion.Current);
            return new PlannedTrial(number, proposal, parameters, Config: null, hash, key, exception.Errors[0].ToString());
        }
    }

    private WorkflowConfig ConfigOf(SearchPoint point) => window is null ? plan.ConfigOf(point) : window.Cut(plan.ConfigOf(point));

    /// <summary>The run on the first part of the data's time.</summary>
    private WorkflowConfig Cut(WorkflowConfig config, double share)
    {
        if (share >= 1)
            return config;
        (DateOnly first, DateOnly last) = bars.Days;
        DateOnly from = config.TradeFrom is { } tradeFrom && tradeFrom > first ? tradeFrom : first;
        DateOnly end = from.AddDays((int)Math.Round(share * (last.DayNumber - from.DayNumber)));
        return config with { Data = [.. config.Data.Select(source => source with { End = source.End < end ? source.End : end })] };
    }

    /// <summary>Makes runs that read the same data share one list, by which a pass recognizes them.</summary>
    private WorkflowConfig WithSharedData(RunSpec spec)
    {
        lock (_lock)
        {
            if (!_data.TryGetValue(spec.Data, out IReadOnlyList<BarSourceOptions>? shared))
                _data.Add(spec.Data, shared = spec.Config.Data);
            return spec.Config with { Data = shared };
        }
    }
}
