namespace Backtest.Cli.Composition;

/// <summary>The outcome of a run. It holds no references to the run's plugins, so that they can be unloaded.</summary>
/// <param name="ExitCode">The exit code of the tool.</param>
/// <param name="Figures">Its figures, or <see langword="null"/> if its input was invalid.</param>
internal sealed record RunOutcome(int ExitCode, RunFigures? Figures);
