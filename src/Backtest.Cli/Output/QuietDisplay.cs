using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Shows only warnings.</summary>
internal sealed class QuietDisplay(TextWriter error) : IRunDisplay
{
    /// <inheritdoc/>
    public Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run) => run(null);

    /// <inheritdoc/>
    public void Information(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message) => error.WriteLine($"warning: {message}");
}
