using Backtest.Cli.Composition;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Goes to the data of a run once more, where it is still there.</summary>
internal static class RunData
{
    /// <summary>Looks at bars of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">Opens what it was made of.</param>
    /// <param name="moments">The bars.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The bars, or null and why there are none: the data or a plugin is not there any more, or is another now.</returns>
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
