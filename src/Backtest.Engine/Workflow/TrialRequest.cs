namespace Backtest.Engine;

/// <summary>A run to execute together with others.</summary>
/// <param name="Config">The run.</param>
/// <param name="Recorder">
/// Receives the events of the run, on any thread, but on one at a time; <see langword="null"/> if only the result is wanted.
/// </param>
public sealed record TrialRequest(WorkflowConfig Config, IRunRecorder? Recorder = null);
