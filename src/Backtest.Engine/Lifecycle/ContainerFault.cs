namespace Backtest.Engine;

/// <summary>A fault that stopped a container: an exception thrown in it.</summary>
/// <param name="Container">The container, as a path such as <c>hmm/conservative</c>.</param>
/// <param name="Plugin">The plugin at fault, as the run file names it; <see langword="null"/> if not in a plugin.</param>
/// <param name="Event">The event being handled.</param>
/// <param name="Time">The end of the bar being handled, UTC.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Exception">The exception. Its members may be a plugin's code, and may throw.</param>
public sealed record ContainerFault(
    string Container, string? Plugin, string Event, DateTime Time, string Message, Exception Exception)
{
    /// <summary>The method that threw; <see langword="null"/> if it cannot be determined.</summary>
    public string? Place { get; init; }

    /// <summary>The fault in one line.</summary>
    public override string ToString() =>
        $"{Container}: {Plugin ?? "the engine"} threw {Exception.GetType().Name} on {Event} at {Time:yyyy-MM-ddTHH:mm:ssZ}: {Message}";
}
