namespace Backtest.Engine;

/// <summary>What a container is doing, to be named should it throw.</summary>
internal sealed class FaultContext
{
    /// <summary>The plugin at work, as the run file names it; <see langword="null"/>: the engine itself.</summary>
    public string? Plugin { get; private set; }

    /// <summary>The event being handled.</summary>
    public string Event { get; private set; } = nameof(BarEvent);

    public void Enter(string? plugin, string handled)
    {
        Plugin = plugin;
        Event = handled;
    }
}
