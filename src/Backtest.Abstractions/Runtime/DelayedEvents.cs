using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Keeps events for handlers that receive them later. Allocates nothing once it has grown.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DelayedEvents<TEvent>
    where TEvent : struct
{
    private TEvent[] _events = [];
    private int _count;

    /// <summary>The events waiting, in the order added.</summary>
    public ReadOnlySpan<TEvent> Pending => _events.AsSpan(0, _count);

    /// <summary>Adds an event.</summary>
    public void Add(in TEvent @event)
    {
        if (_count == _events.Length)
            Array.Resize(ref _events, Math.Max(4, _count * 2));
        _events[_count++] = @event;
    }

    /// <summary>Forgets all events. They are not cleared, because the next ones overwrite them.</summary>
    public void Clear() => _count = 0;
}
