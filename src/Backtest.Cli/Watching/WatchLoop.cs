using Backtest.Cli.Composition;
using Backtest.Hosting;

namespace Backtest.Cli.Watching;

/// <summary>
/// Runs a run file, and again whenever something it is made of has changed. Each run loads its plugins anew, and those of the run before
/// are unloaded.
/// </summary>
/// <param name="request">The run file and what was given with it.</param>
/// <param name="run">Runs it.</param>
/// <param name="display">Says what happens.</param>
/// <param name="signal">Tells when to look for changes.</param>
/// <param name="clock">Measures time.</param>
internal sealed class WatchLoop(
    RunFileRequest request,
    Func<Workspace, CancellationToken, Task<RunOutcome>> run,
    WatchDisplay display,
    IChangeSignal signal,
    TimeProvider clock)
{
    /// <summary>How often files are looked at where the system tells of no change.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long files must be at rest before they are read.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    /// <summary>Watches until it is canceled.</summary>
    /// <returns>The exit code of the last run, which a cancellation may have interrupted.</returns>
    /// <exception cref="InputException">There is no run file to begin with.</exception>
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

        // What ran may have called on to here from within: once its frames are gone, so is what they hold of plugins.
        await Task.Yield();
        // Not within the handlers above: an exception of a plugin holds on to it.
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

    private InputError NoFile() => new("unreadable_file", "there is no such run file")
    {
        Position = new SourcePosition(request.File),
        Fix = "See that it is there; once a watch has begun it may come and go.",
    };
}
