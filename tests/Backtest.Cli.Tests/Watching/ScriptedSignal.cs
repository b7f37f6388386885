using Backtest.Cli.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Backtest.Tests.Watching;

/// <summary>A signal for which time passes only while the watch waits. Each wait may first change files, and the last one ends the watch.</summary>
internal sealed class ScriptedSignal(FakeTimeProvider clock, CancellationTokenSource end) : IChangeSignal
{
    private readonly Queue<Action> _waits = new();
    private readonly Queue<Action> _rests = new();

    /// <summary>Executes an action the next time the watch waits for a change.</summary>
    public ScriptedSignal OnWait(Action action)
    {
        _waits.Enqueue(action);
        return this;
    }

    /// <summary>Executes an action the next time the watch waits for files to settle.</summary>
    public ScriptedSignal OnRest(Action action)
    {
        _rests.Enqueue(action);
        return this;
    }

    public void LookAfter(IEnumerable<WatchedFolder> folders)
    {
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        clock.Advance(atMost);
        if (!_waits.TryDequeue(out Action? action))
            end.Cancel();
        action?.Invoke();
        cancellation.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public Task RestAsync(TimeSpan time, CancellationToken cancellation)
    {
        clock.Advance(time);
        if (_rests.TryDequeue(out Action? action))
            action();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}
