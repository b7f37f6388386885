namespace Backtest;

/// <summary>Where a container is in its life.</summary>
public enum ContainerState
{
    /// <summary>It exists.</summary>
    Created,

    /// <summary>Its children exist and are wired.</summary>
    Initialized,

    /// <summary>Events flow through it.</summary>
    Running,

    /// <summary>It saw its last event.</summary>
    Stopped,

    /// <summary>It let go of everything.</summary>
    Disposed,

    /// <summary>Something in it threw; its siblings go on.</summary>
    Faulted,
}
