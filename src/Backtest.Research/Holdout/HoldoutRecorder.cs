using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Determines, once a run has ended, whether and how it viewed held-out days.</summary>
/// <param name="plugins">Where plugins that the run names are found.</param>
/// <param name="clock">Provides the time.</param>
public sealed class HoldoutRecorder(IReadOnlyList<IPluginSource> plugins, TimeProvider clock) : IRunRecorder
{
    private RunDescription? _run;

    /// <summary>The look, or null if the run has not ended or did not view held-out days.</summary>
    public HoldoutLook? Look { get; private set; }

    /// <inheritdoc/>
    public void Begin(RunDescription run) => _run = run;

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        if (_run is not { Config: { Holdout: { IsLook: true } holdout } config } run)
            return;
        string key = TrialKey.Of(RunSpec.Of(config, plugins).Hash, DataFingerprint.Of(result.Files) ?? "none", EngineVersion.Current);
        string family = TrialFamily.Of(config, run.Instruments.Select(instrument => instrument.Symbol));
        Look = new HoldoutLook(family, key, holdout.From, clock.GetUtcNow().UtcDateTime);
    }
}
