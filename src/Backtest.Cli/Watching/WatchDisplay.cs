using System.Globalization;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;

namespace Backtest.Cli.Watching;

/// <summary>Reports what happens between the runs of a watch, on standard error.</summary>
/// <param name="error">The writer.</param>
/// <param name="isQuiet">Whether to write only errors and warnings.</param>
/// <param name="clock">Provides the time of day.</param>
internal sealed class WatchDisplay(TextWriter error, bool isQuiet, TimeProvider clock)
{
    private const int ListedChanges = 3;

    private readonly HashSet<string> _stillLoaded = [];
    private readonly ErrorReport _errors = new(TextWriter.Null, error, asJson: false);

    /// <summary>Reports how a run differs from the one before.</summary>
    public void Compare(RunFigures? before, RunFigures after)
    {
        if (before is not null)
            Say(RunDifference.Describe(before, after));
    }

    /// <summary>Reports that it is waiting for the next change.</summary>
    public void Waiting() => Say("watching the run file, its plugins and its data; press Ctrl-C to stop");

    /// <summary>Reports what changed.</summary>
    public void Changed(IReadOnlyList<FileChange> changes)
    {
        IEnumerable<string> listed = changes.Take(ListedChanges)
            .Select(change => $"{change.Kind} {Path.GetRelativePath(Environment.CurrentDirectory, change.Path)}");
        string more = changes.Count > ListedChanges ? $", and {changes.Count - ListedChanges} more" : "";
        Say(string.Join(", ", listed) + more);
    }

    /// <summary>Reports errors in the input of a run.</summary>
    public void Wrong(IReadOnlyList<InputError> errors) => _errors.Write(errors);

    /// <summary>Reports that a run failed unexpectedly.</summary>
    public void Unexpected(Exception exception) => _errors.WriteUnexpected(exception);

    /// <summary>Reports plugins, once each, that are still in memory although their run is over.</summary>
    public void StillLoaded(IReadOnlyList<string> packages)
    {
        foreach (string package in packages.Where(_stillLoaded.Add))
        {
            error.WriteLine($"warning: {package} stays in memory after its run because one of its threads, timers or static handlers is still active");
            error.WriteLine("  Each rerun uses more memory. Stop what the plugin starts, or restart the watch from time to time.");
        }
    }

    private void Say(string message)
    {
        if (!isQuiet)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.GetLocalNow():HH:mm:ss}] {message}"));
    }
}
