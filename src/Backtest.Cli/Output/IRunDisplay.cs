using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Shows the progress of a run on standard error.</summary>
internal interface IRunDisplay : IRunLog
{
    /// <summary>Executes the run, and shows its progress.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="run">Executes the run, reporting its progress.</param>
    Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run);
}
