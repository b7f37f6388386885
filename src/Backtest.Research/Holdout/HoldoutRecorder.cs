using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Knows, once a run has ended, which look at days held out it was.</summary>
/// <param name="plugins">Where plugins are found that the run names.</param>
/// <param name="clock">Tells the time.</param>
public sealed class HoldoutRecorder(IReadOnlyList<IPluginSource> plugins, TimeProvider clock) : IRunRecorder
{
    private RunDescription? _run;

    /// <summary>The look; null until the run has ended, and of a run that is none.</summary>
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
