using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>How an experiment is shown while it goes on.</summary>
internal enum ExperimentDisplayKind
{
    /// <summary>A progress bar, for terminals.</summary>
    Bar,

    /// <summary>Plain lines, for files and pipes.</summary>
    Lines,

    /// <summary>Warnings alone.</summary>
    Quiet,
}

/// <summary>Shows an experiment while it goes on, on standard error.</summary>
internal sealed class ExperimentDisplay(TextWriter error, ExperimentDisplayKind kind) : IRunLog
{
    private const int BarWidth = 10;

    // The percentage and the time, with the gaps between columns.
    private const int OtherColumns = 18;

    /// <summary>Makes the experiment, and shows how far it is.</summary>
    public async Task<ExperimentResult> ShowAsync(string name, Func<IProgress<ExperimentProgress>?, Task<ExperimentResult>> run)
    {
        if (kind == ExperimentDisplayKind.Quiet)
            return await run(null);
        if (kind == ExperimentDisplayKind.Lines)
        {
            error.WriteLine($"searching {name}");
            return await run(new Lines(error));
        }

        IAnsiConsole console = Consoles.Create(error, isTerminal: true);
        int room = console.Profile.Width - BarWidth - OtherColumns;
        return await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask(Markup.Escape(name)), name, room)));
    }

    /// <inheritdoc/>
    public void Information(string message)
    {
        if (kind != ExperimentDisplayKind.Quiet)
            error.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Warning(string message) => ScreenLines.OfError(error).Write($"warning: {message}");

    private static string Describe(ExperimentProgress progress) => string.Join(", ", Words(progress));

    /// <summary>How far it is, the most important first.</summary>
    private static IEnumerable<string> Words(ExperimentProgress progress)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Planned:N0} trials");
        if (progress.Left is { } time && progress.Done < progress.Planned)
            yield return $"{time:h\\:mm\\:ss} left";
        if (progress.Best is { } trial)
            yield return string.Create(CultureInfo.InvariantCulture, $"best {trial.Objectives[0]:G4} (trial {trial.Number})");
        yield return string.Create(CultureInfo.InvariantCulture, $"{progress.TrialsPerSecond:N0}/s");
    }

    private sealed class Bar(ProgressTask task, string name, int room) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            task.Description = Markup.Escape(Fitted(value));
            task.MaxValue = Math.Max(1, value.Planned ?? value.Done);
            task.Value = value.Done;
        }

        // What there is no room for is left out: a line that is broken hides the bar, and is written again with every refresh.
        private string Fitted(ExperimentProgress value)
        {
            string text = name;
            string between = "  ";
            foreach (string word in Words(value))
            {
                if (text.Length + between.Length + word.Length > room)
                    break;
                text += between + word;
                between = ", ";
            }

            return text;
        }
    }

    /// <summary>A line for each quarter, and where that takes long, for each ten seconds.</summary>
    private sealed class Lines(TextWriter error) : IProgress<ExperimentProgress>
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

        private int _quarters;
        private TimeSpan _last;

        public void Report(ExperimentProgress value)
        {
            int quarters = value.Planned is > 0 and { } planned ? (int)(4L * value.Done / planned) : 0;
            if (quarters <= _quarters && value.Elapsed - _last < Longest)
                return;
            (_quarters, _last) = (quarters, value.Elapsed);
            error.WriteLine(Describe(value));
        }
    }
}
