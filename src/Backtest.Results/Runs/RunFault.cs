using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A record of a container that stopped early.</summary>
/// <param name="Container">The container, as a path such as <c>hmm/conservative</c>.</param>
/// <param name="Plugin">The plugin at fault, or null if the fault is not in a plugin.</param>
/// <param name="Event">The event being handled.</param>
/// <param name="Time">The end of the bar being handled, UTC.</param>
/// <param name="Message">The message of the exception.</param>
public sealed record RunFault(string Container, string? Plugin, string Event, DateTime Time, string Message)
{
    /// <summary>The faults of a run.</summary>
    internal static IReadOnlyList<RunFault> Of(BacktestResult result) =>
        [.. result.Faults.Select(fault => new RunFault(fault.Container, fault.Plugin, fault.Event, fault.Time, fault.Message))];
}
