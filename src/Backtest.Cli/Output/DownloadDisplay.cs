using System.CommandLine;
using System.Globalization;
using Backtest.Hosting;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Shows the progress of downloads on standard error: a bar on a terminal, otherwise a line for each.</summary>
internal static class DownloadDisplay
{
    /// <summary>Executes work that downloads, and shows its progress.</summary>
    public static Task<T> ShowAsync<T>(ParseResult command, bool asJson, Func<IProgress<DownloadProgress>, Task<T>> work)
    {
        TextWriter error = command.InvocationConfiguration.Error;
        if (asJson || !Consoles.ErrorIsTerminal)
            return work(new Lines(error));
        return Consoles.Create(error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private static string Name(DownloadProgress progress) => $"{progress.Id} {progress.Version} from {progress.Source}";

    private sealed class Lines(TextWriter error) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.Bytes > 0)
                return;
            string size = value.TotalBytes is { } total ? string.Create(CultureInfo.InvariantCulture, $" ({total:N0} bytes)") : "";
            error.WriteLine($"downloading {Name(value)}{size}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private ProgressTask? _task;

        public void Report(DownloadProgress value)
        {
            if (_task is null || value.Bytes == 0)
            {
                _task = context.AddTask(Markup.Escape(Name(value)));
                _task.IsIndeterminate(value.TotalBytes is null);
                _task.MaxValue = Math.Max(1, value.TotalBytes ?? 1);
            }

            _task.Value = value.Bytes;
        }
    }
}
