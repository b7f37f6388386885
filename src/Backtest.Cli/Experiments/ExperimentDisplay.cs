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

        return await Consoles.Create(error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask(Markup.Escape(name)), name)));
    }

    /// <inheritdoc/>
    public void Information(string message)
    {
        if (kind != ExperimentDisplayKind.Quiet)
            error.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Warning(string message) => error.WriteLine($"warning: {message}");

    private static string Describe(ExperimentProgress progress)
    {
        string left = progress.Left is { } time && progress.Done < progress.Planned ? $", {time:h\\:mm\\:ss} left" : "";
        string best = progress.Best is { } trial
            ? string.Create(CultureInfo.InvariantCulture, $", best so far {trial.Objectives[0]:G4} (trial {trial.Number})")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Planned:N0} trials, {progress.TrialsPerSecond:N0}/s{left}{best}");
    }

    private sealed class Bar(ProgressTask task, string name) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            task.Description = Markup.Escape($"{name}  {Describe(value)}");
            task.MaxValue = Math.Max(1, value.Planned ?? value.Done);
            task.Value = value.Done;
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
