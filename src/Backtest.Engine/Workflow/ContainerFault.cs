namespace Backtest.Engine;

/// <summary>A container stopped because something in it threw.</summary>
/// <param name="Container">The container, as a path such as <c>hmm/conservative</c>.</param>
/// <param name="Plugin">The plugin at fault, as the run file names it; <see langword="null"/>: not in a plugin.</param>
/// <param name="Event">The event being handled.</param>
/// <param name="Time">The end of the bar being handled, UTC.</param>
/// <param name="Message">What was thrown.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record ContainerFault(
    string Container, string? Plugin, string Event, DateTime Time, string Message, Exception Exception);
