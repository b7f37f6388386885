namespace Backtest;

/// <summary>The state of a container in its life cycle.</summary>
public enum ContainerState
{
    /// <summary>It exists.</summary>
    Created,

    /// <summary>Its children exist and are wired.</summary>
    Initialized,

    /// <summary>Events flow through it.</summary>
    Running,

    /// <summary>It has handled its last event.</summary>
    Stopped,

    /// <summary>It has released everything.</summary>
    Disposed,

    /// <summary>Something in it threw; its siblings continue.</summary>
    Faulted,
}
