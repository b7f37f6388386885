namespace Backtest.Engine;

/// <summary>A node of the tree with one life: created, initialized, running, stopped, disposed; or faulted.</summary>
public abstract class Container : IDisposable
{
    /// <summary>A newly created container.</summary>
    protected Container(string path) => Path = path;

    /// <summary>Where it is in the tree, such as <c>hmm/conservative</c>.</summary>
    public string Path { get; }

    /// <summary>Its state in its life cycle.</summary>
    public ContainerState State { get; private set; }

    /// <summary>Why it stopped early; <see langword="null"/> if it did not.</summary>
    public ContainerFault? Fault { get; private set; }

    /// <summary>Whether it still takes part.</summary>
    protected bool IsRunning => State == ContainerState.Running;

    /// <summary>Ends its life and releases what it holds.</summary>
    public void Dispose()
    {
        if (State == ContainerState.Disposed)
            return;
        Release();
        State = ContainerState.Disposed;
        GC.SuppressFinalize(this);
    }

    /// <summary>Its children exist and are wired.</summary>
    internal void Initialize() => Move(ContainerState.Created, ContainerState.Initialized);

    /// <summary>Starts its children and itself.</summary>
    internal void Start(RunStart start)
    {
        Move(ContainerState.Initialized, ContainerState.Running);
        OnStart(start);
    }

    /// <summary>Stops itself and its children; a container that faulted or never started stays as it is.</summary>
    internal void Stop()
    {
        OnStop();
        if (IsRunning)
            Move(ContainerState.Running, ContainerState.Stopped);
    }

    /// <summary>Starts the children.</summary>
    private protected abstract void OnStart(RunStart start);

    /// <summary>Stops the children, in reverse.</summary>
    private protected abstract void OnStop();

    /// <summary>Releases what the container holds.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>Stops the container early.</summary>
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
