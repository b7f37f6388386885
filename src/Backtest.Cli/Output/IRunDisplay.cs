using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Shows a run while it goes on, on standard error.</summary>
internal interface IRunDisplay : IRunLog
{
    /// <summary>Runs, and shows how far it is.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="run">Runs, telling its progress.</param>
    Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run);
}
