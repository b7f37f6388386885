using System.Globalization;
using Backtest.Engine;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Shows a progress bar: for terminals.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : IRunDisplay
{
    /// <inheritdoc/>
    public Task<BacktestResult> ShowAsync(string name, Func<IProgress<RunProgress>?, Task<BacktestResult>> run) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask(Markup.Escape(name)), name)));

    /// <inheritdoc/>
    public void Information(string message) => console.WriteLine(message);

    /// <inheritdoc/>
    public void Warning(string message) => console.MarkupLineInterpolated($"[yellow]warning:[/] {message}");

    private sealed class Bar(ProgressTask task, string name) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Description = Markup.Escape(
                string.Create(CultureInfo.InvariantCulture, $"{name}  {value.Time:yyyy-MM-dd}  {value.Bars:N0} bars"));
            task.IsIndeterminate(value.TotalBars == 0);
            task.MaxValue = Math.Max(1, value.TotalBars);
            task.Value = value.Bars;
        }
    }
}
