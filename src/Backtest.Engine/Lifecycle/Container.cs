namespace Backtest.Engine;

/// <summary>A node of the tree with one life cycle: created, initialized, running, stopped, disposed; or faulted.</summary>
public abstract class Container : IDisposable
{
    /// <summary>Creates a container.</summary>
    protected Container(string path) => Path = path;

    /// <summary>The path of the container in the tree, such as <c>hmm/conservative</c>.</summary>
    public string Path { get; }

    /// <summary>The state in the life cycle.</summary>
    public ContainerState State { get; private set; }

    /// <summary>The fault that stopped it early; <see langword="null"/> if there was none.</summary>
    public ContainerFault? Fault { get; private set; }

    /// <summary>Whether it is running.</summary>
    protected bool IsRunning => State == ContainerState.Running;

    /// <summary>Ends the life cycle and releases resources.</summary>
    public void Dispose()
    {
        if (State == ContainerState.Disposed)
            return;
        Release();
        State = ContainerState.Disposed;
        GC.SuppressFinalize(this);
    }

    /// <summary>Marks the container as initialized, once its children exist and are wired.</summary>
    internal void Initialize() => Move(ContainerState.Created, ContainerState.Initialized);

    /// <summary>Starts the container and its children.</summary>
    internal void Start(RunStart start)
    {
        Move(ContainerState.Initialized, ContainerState.Running);
        OnStart(start);
    }

    /// <summary>Stops the container and its children; the state of a container that faulted or never started does not change.</summary>
    internal void Stop()
    {
        OnStop();
        if (IsRunning)
            Move(ContainerState.Running, ContainerState.Stopped);
    }

    /// <summary>Starts the children.</summary>
    private protected abstract void OnStart(RunStart start);

    /// <summary>Stops the children, in reverse order.</summary>
    private protected abstract void OnStop();

    /// <summary>Releases the resources of the container.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>Stops the container because of a fault.</summary>
    private protected void Fail(string? plugin, string handled, long time, Exception exception)
    {
        if (Fault is not null)
            return;
        var moment = new DateTime(time, DateTimeKind.Utc);
        Fault = new ContainerFault(Path, plugin, handled, moment, ExceptionText.Message(exception), exception)
        {
            Place = ExceptionText.Place(exception),
        };
        State = ContainerState.Faulted;
    }

    private void Move(ContainerState from, ContainerState to)
    {
        if (State != from)
            throw new InvalidOperationException($"{Path} is {State} and cannot become {to}; it must be {from} first.");
        State = to;
    }
}
