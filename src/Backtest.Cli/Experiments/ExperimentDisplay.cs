using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Backtest.Cli.Experiments;

/// <summary>How the progress of an experiment is shown.</summary>
internal enum ExperimentDisplayKind
{
    /// <summary>A progress bar, for terminals.</summary>
    Bar,

    /// <summary>Plain lines, for files and pipes.</summary>
    Lines,

    /// <summary>Only warnings.</summary>
    Quiet,
}

/// <summary>Shows the progress of an experiment on standard error.</summary>
internal sealed class ExperimentDisplay(TextWriter error, ExperimentDisplayKind kind) : IRunLog
{
    private const int BarWidth = 10;

    // The percentage and the time, including the gaps between columns.
    private const int OtherColumns = 18;

    /// <summary>Executes the experiment, and shows its progress.</summary>
    public async Task<ExperimentResult> ShowAsync(string name, SearchGoal goal, Func<IProgress<ExperimentProgress>?, Task<ExperimentResult>> run)
    {
        if (kind == ExperimentDisplayKind.Quiet)
            return await run(null);
        if (kind == ExperimentDisplayKind.Lines)
        {
            error.WriteLine($"searching {name}");
            return await run(new Lines(error, goal));
        }

        IAnsiConsole console = Consoles.Create(error, isTerminal: true);
        int room = console.Profile.Width - BarWidth - OtherColumns;
        return await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new ShareColumn(), new ElapsedTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask(Markup.Escape(name)), name, goal, room)));
    }

    /// <inheritdoc/>
    public void Information(string message)
    {
        if (kind != ExperimentDisplayKind.Quiet)
            error.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Warning(string message) => ScreenLines.OfError(error).Write($"warning: {message}");

    private static string Describe(ExperimentProgress progress, SearchGoal goal) => string.Join(", ", Words(progress, goal));

    /// <summary>The parts of the progress text, most important first.</summary>
    private static IEnumerable<string> Words(ExperimentProgress progress, SearchGoal goal)
    {
        if (WordsOf(progress.Phase) is { } afterTrials)
        {
            yield return afterTrials;
            yield break;
        }

        string of = progress.Planned is { } planned ? string.Create(CultureInfo.InvariantCulture, $" of {planned:N0}") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0}{of} trials{(progress.Phase == ExperimentPhase.Windows ? " in windows" : "")}");
        if (progress.Left is { } time && progress.Done < progress.Planned)
            yield return $"{time:h\\:mm\\:ss} left";
        if (progress.Best is { } trial)
            yield return string.Create(CultureInfo.InvariantCulture, $"best {TrialsTableView.Format(goal.Name, trial.Objectives[0])} (trial {trial.Number})");
        yield return string.Create(CultureInfo.InvariantCulture, $"{progress.TrialsPerSecond:N0}/s");
    }

    /// <summary>The activity after the trials, which has no count, or null during the trials.</summary>
    private static string? WordsOf(ExperimentPhase phase) => phase switch
    {
        ExperimentPhase.BestRuns => "writing the folders of the best runs",
        ExperimentPhase.Validation => "testing the chosen parameters out of sample",
        ExperimentPhase.Judgement => "evaluating the winner and its neighbors",
        _ => null,
    };

    private sealed class Bar(ProgressTask task, string name, SearchGoal goal, int room) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            task.Description = Markup.Escape(Fitted(value));
            task.IsIndeterminate(value.Planned is null || WordsOf(value.Phase) is not null);
            task.MaxValue = Math.Max(1, value.Planned ?? value.Done);
            task.Value = value.Done;
        }

        // Leave out what does not fit: a wrapped line hides the bar, and is written again with every refresh.
        private string Fitted(ExperimentProgress value)
        {
            string text = name;
            string between = "  ";
            foreach (string word in Words(value, goal))
            {
                if (text.Length + between.Length + word.Length > room)
                    break;
                text += between + word;
                between = ", ";
            }

            return text;
        }
    }

    /// <summary>The percentage of the trials; empty for an activity without a known end.</summary>
    private sealed class ShareColumn : ProgressColumn
    {
        private readonly PercentageColumn _percentage = new();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            task.IsIndeterminate ? Text.Empty : _percentage.Render(options, task, deltaTime);

        public override int? GetColumnWidth(RenderOptions options) => _percentage.GetColumnWidth(options);
    }

    /// <summary>A line for each quarter and, if that takes long, every ten seconds; and one for each activity after the trials.</summary>
    private sealed class Lines(TextWriter error, SearchGoal goal) : IProgress<ExperimentProgress>
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

        private int _quarters;
        private TimeSpan _last;
        private ExperimentPhase _phase;

        public void Report(ExperimentProgress value)
        {
            bool isNew = value.Phase != _phase;
            if (isNew)
                (_phase, _quarters, _last) = (value.Phase, 0, value.Elapsed);
            if (WordsOf(value.Phase) is { } words)
            {
                if (isNew)
                    error.WriteLine(words);
                return;
            }

            int quarters = value.Planned is > 0 and { } planned ? (int)(4L * value.Done / planned) : 0;
            if (quarters <= _quarters && value.Elapsed - _last < Longest)
                return;
            (_quarters, _last) = (quarters, value.Elapsed);
            error.WriteLine(Describe(value, goal));
        }
    }
}
