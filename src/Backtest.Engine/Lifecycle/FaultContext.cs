namespace Backtest.Engine;

/// <summary>The plugin and the event that a container is handling, to be named in a fault.</summary>
internal sealed class FaultContext
{
    /// <summary>The current plugin, as the run file names it; <see langword="null"/> for the engine itself.</summary>
    public string? Plugin { get; private set; }

    /// <summary>The event being handled.</summary>
    public string Event { get; private set; } = nameof(BarEvent);

    public void Enter(string? plugin, string handled)
    {
        Plugin = plugin;
        Event = handled;
    }
}
