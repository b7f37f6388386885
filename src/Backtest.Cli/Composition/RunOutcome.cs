namespace Backtest.Cli.Composition;

/// <summary>What came of a run, in few words. It holds nothing of the run's plugins, so that they may be unloaded.</summary>
/// <param name="ExitCode">What the tool tells the shell.</param>
/// <param name="Figures">Its figures; <see langword="null"/>: it has none, its input being wrong.</param>
internal sealed record RunOutcome(int ExitCode, RunFigures? Figures);
