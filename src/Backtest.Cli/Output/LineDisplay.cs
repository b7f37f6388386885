using System.Globalization;
using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Shows progress as plain lines, one for each quarter of the run, for files and pipes.</summary>
internal sealed class LineDisplay(TextWriter error, RunMonitor monitor) : IRunDisplay, IProgress<RunProgress>
{
    private int _quarters;

    /// <inheritdoc/>
    public Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run)
    {
        error.WriteLine($"running {name}");
        return run(this);
    }

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        int quarters = value.TotalBars == 0 ? 0 : (int)(4 * value.Bars / value.TotalBars);
        if (quarters <= _quarters)
            return;
        _quarters = quarters;
        LiveFigures figures = monitor.Figures;
        string worth = figures.Equity.Count == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"  equity {figures.Equity[^1]:N0}  drawdown {100 * figures.Drawdown:0.0}%  {figures.OpenPositions:N0} open");
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{25 * quarters}%  {value.Bars:N0} of {value.TotalBars:N0} bars  {value.Time:yyyy-MM-dd}{worth}"));
    }

    /// <inheritdoc/>
    public void Information(string message) => error.WriteLine(message);

    /// <inheritdoc/>
    public void Warning(string message) => error.WriteLine($"warning: {message}");
}
