using Backtest.Cli.Composition;
using Backtest.Hosting;

namespace Backtest.Cli.Watching;

/// <summary>
/// Executes a run file, and again whenever one of its inputs has changed. Each run loads its plugins anew, and those of the run before are unloaded.
/// </summary>
/// <param name="request">The run file and the command line.</param>
/// <param name="run">Executes it.</param>
/// <param name="display">Reports what happens.</param>
/// <param name="signal">Signals when to check for changes.</param>
/// <param name="clock">Measures time.</param>
internal sealed class WatchLoop(
    RunFileRequest request,
    Func<Workspace, CancellationToken, Task<RunOutcome>> run,
    WatchDisplay display,
    IChangeSignal signal,
    TimeProvider clock)
{
    /// <summary>How often files are checked if the system reports no change.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long files must be unchanged before they are read.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    /// <summary>Watches until canceled.</summary>
    /// <returns>The exit code of the last run, which a cancellation may have interrupted.</returns>
    /// <exception cref="InputException">The run file does not exist at the start.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!File.Exists(request.File))
            throw new InputException(NoFile());
        RunFigures? before = null;
        WatchedFiles? watched = null;
        while (true)
        {
            watched = WatchedFiles.Of(request, watched);
            FileSnapshot baseline = watched.Snapshot();
            signal.LookAfter(watched.Folders());
            RunOutcome outcome = await RunOnceAsync(cancellation);
            if (cancellation.IsCancellationRequested)
                return outcome.ExitCode;
            if (outcome.Figures is { } figures)
            {
                display.Compare(before, figures);
                before = figures;
            }

            display.Waiting();
            if (await ChangesAsync(watched, baseline, cancellation) is not { } changes)
                return outcome.ExitCode;
            display.Changed(changes);
        }
    }

    private async Task<RunOutcome> RunOnceAsync(CancellationToken cancellation)
    {
        List<PluginUnloading> unloading = [];
        RunOutcome outcome;
        try
        {
            outcome = await RunAndUnloadAsync(unloading, cancellation);
        }
        catch (InputException exception)
        {
            display.Wrong(exception.Errors);
            outcome = new RunOutcome(ExitCode.WrongInput, Figures: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            display.Unexpected(exception);
            outcome = new RunOutcome(ExitCode.Failed, Figures: null);
        }

        // The run may have called up to here synchronously: once its frames are gone, so are their references to plugins.
        await Task.Yield();
        // Not in the handlers above, because an exception of a plugin keeps the plugin alive.
        display.StillLoaded([.. unloading.SelectMany(plugins => plugins.Collect())]);
        return outcome;
    }

    private async Task<RunOutcome> RunAndUnloadAsync(List<PluginUnloading> unloading, CancellationToken cancellation)
    {
        using Workspace workspace = Workspace.Open(request, isCollectible: true);
        try
        {
            return await run(workspace, cancellation);
        }
        finally
        {
            unloading.Add(workspace.FollowUnloading());
        }
    }

    private async Task<IReadOnlyList<FileChange>?> ChangesAsync(
        WatchedFiles watched, FileSnapshot baseline, CancellationToken cancellation)
    {
        ChangeDetector detector = new(baseline, Quiet, clock);
        try
        {
            while (true)
            {
                IReadOnlyList<FileChange> changes = detector.Observe(watched.Snapshot());
                if (changes.Count > 0)
                    return changes;
                if (detector.IsUnsettled)
                    await signal.RestAsync(Quiet, cancellation);
                else
                    await signal.WaitAsync(Poll, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private InputError NoFile() => new("unreadable_file", "the run file does not exist")
    {
        Position = new SourcePosition(request.File),
        Fix = "Check that it exists. After a watch has started, the file may disappear and return.",
    };
}
