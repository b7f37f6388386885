namespace Backtest.Fixtures.Steady;

/// <summary>Logs that the run has reached a bar, and then waits there until it is interrupted.</summary>
[Strategy("waiting", Description = "Waits at a bar until the run is interrupted.")]
public sealed partial class WaitingStrategy
{
    private StartContext _context;

    /// <summary>The index of the bar to wait at.</summary>
    [Parameter(Min = 0, Description = "The bar to wait at, from 0.")]
    public int At { get; init; }

    /// <summary>Keeps the log and the cancellation token.</summary>
    public void OnStart(StartContext context) => _context = context;

    /// <summary>Waits at the bar.</summary>
    public void OnBar(BarEvent bar)
    {
        if (bar.Index != At)
            return;
        _context.Log.Information($"waiting at bar {At}");
        _context.Cancellation.WaitHandle.WaitOne();
    }
}
