using Backtest.Cli.Composition;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Reads the data of a run again, if it still exists.</summary>
internal static class RunData
{
    /// <summary>Observes bars of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">Opens the inputs of the run.</param>
    /// <param name="moments">The bars.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The bars, or null and the reason: the data or a plugin no longer exists, or has changed.</returns>
    public static async Task<(ObservedBars? Bars, string? Missing)> ObserveAsync(
        StoredRun run, Func<Workspace> open, IReadOnlyList<BarMoment> moments, CancellationToken cancellation)
    {
        if (moments.Count == 0)
            return (null, null);
        try
        {
            using Workspace workspace = open();
            if (RunInputs.DataChangedSince(run, workspace) is { } changed)
                return (null, changed);
            ObservedBars bars = new(moments);
            await workspace.CreateObservations().ObserveAsync(workspace.Config, bars, cancellation: cancellation);
            return (bars, null);
        }
        catch (InputException exception)
        {
            return (null, exception.Errors[0].Message);
        }
    }
}
