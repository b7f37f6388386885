using System.Diagnostics;
using System.Globalization;
using Backtest.Engine;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Shows a progress bar, the speed, and the current equity of the run, for terminals.</summary>
internal sealed class BarDisplay(IAnsiConsole console, RunMonitor monitor) : IRunDisplay
{
    private const int BarWidth = 10;
    private const int SparklineWidth = 12;

    /// <summary>A terminal narrower than this shows only the bar and the remaining time.</summary>
    private const int WideScreen = 90;

    /// <inheritdoc/>
    public Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask(Markup.Escape(name)), name, monitor, console.Profile.Width >= WideScreen)));

    /// <inheritdoc/>
    public void Information(string message) => console.WriteLine(message);

    /// <inheritdoc/>
    public void Warning(string message) => console.MarkupLineInterpolated($"[yellow]warning:[/] {message}");

    private sealed class Bar(ProgressTask task, string name, RunMonitor monitor, bool isWide) : IProgress<RunProgress>
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Report(RunProgress value)
        {
            double seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            string text = string.Create(CultureInfo.InvariantCulture, $"{name}  {value.Time:yyyy-MM-dd}");
            if (isWide && seconds > 0)
                text += string.Create(CultureInfo.InvariantCulture, $"  {value.Bars / seconds:N0} bars/s{Worth()}");
            task.Description = Markup.Escape(text);
            task.IsIndeterminate(value.TotalBars == 0);
            task.MaxValue = Math.Max(1, value.TotalBars);
            task.Value = value.Bars;
        }

        private string Worth()
        {
            LiveFigures figures = monitor.Figures;
            return figures.Equity.Count < 2 ? "" : string.Create(
                CultureInfo.InvariantCulture,
                $"  {Sparkline.Draw(figures.Equity, SparklineWidth)} {figures.Equity[^1]:N0}  −{100 * figures.Drawdown:0.0}%  {figures.OpenPositions:N0} open");
        }
    }
}
