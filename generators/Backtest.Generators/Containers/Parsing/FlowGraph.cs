using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>The emitters and handlers of events in one container.</summary>
internal sealed class FlowGraph
{
    private const int BarStage = 0;

    private readonly ContainerScope _scope;
    private readonly HashSet<ITypeSymbol> _emitted;
    private readonly HashSet<ITypeSymbol> _inputs;

    /// <summary>Collects the handlers of all roles.</summary>
    public FlowGraph(ContainerScope scope, IReadOnlyList<Role> roles)
    {
        _scope = scope;
        Roles = roles;
        _emitted = new HashSet<ITypeSymbol>(Handlers.SelectMany(pair => EmitsInside(pair.Handler)), SymbolEqualityComparer.Default);
        _inputs = new HashSet<ITypeSymbol>(
            OwnHandlers.Select(method => method.Parameters[0].Type), SymbolEqualityComparer.Default);
    }

    /// <summary>The roles, by name or in the order of the turn.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>Every handler of every role.</summary>
    public IEnumerable<(Role Role, Handler Handler)> Handlers =>
        Roles.SelectMany(role => role.Handlers.Select(handler => (role, handler)));

    /// <summary>The events that come in from outside, in the order of stages.</summary>
    public IReadOnlyList<ITypeSymbol> Entries =>
    [
        .. Handlers.Select(pair => pair.Handler).Where(IsEntry).OrderBy(handler => handler.Stage).Select(handler => handler.Event)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default),
    ];

    /// <summary>
    /// The container's own methods that have the form of handlers: in a container of the host, they define the events from outside.
    /// </summary>
    public IEnumerable<IMethodSymbol> OwnHandlers => HandlersOf(_scope.Container);

    /// <summary>
    /// Whether a handler's event comes from outside: events of bars, and events that the container itself handles; in a plugin, the events of the
    /// host.
    /// </summary>
    public bool IsEntry(Handler handler) => !_emitted.Contains(handler.Event) && (_scope.IsPlugin
        ? HostEvents.HandlerOf(handler.Event) is not null
        : handler.Stage == BarStage || _inputs.Contains(handler.Event));

    /// <summary>Whether a handler may emit an event inside the container.</summary>
    public bool Feeds(Handler handler, ITypeSymbol @event) => EmitsInside(handler).Contains(@event, SymbolEqualityComparer.Default);

    /// <summary>A handler and all handlers that run within its call, because of the events it emits.</summary>
    public IEnumerable<(Role Role, Handler Handler)> Reached(Role role, Handler handler)
    {
        List<(Role Role, Handler Handler)> reached = [(role, handler)];
        for (int i = 0; i < reached.Count; i++)
        {
            foreach ((Role Role, Handler Handler) next in EmitsInside(reached[i].Handler).SelectMany(AtOnce))
            {
                if (!reached.Contains(next))
                    reached.Add(next);
            }
        }

        return reached;
    }

    /// <summary>The methods of a type that have the form of handlers.</summary>
    public static IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol type) => type.AllMembers<IMethodSymbol>().Where(method =>
        method.Name.StartsWith("On", StringComparison.Ordinal) && method.Parameters.Length > 0
        && EventTypes.StageOf(method.Parameters[0].Type) is not null);

    /// <summary>The handlers that receive an event at once, in the order of roles.</summary>
    public IEnumerable<(Role Role, Handler Handler)> AtOnce(ITypeSymbol @event) =>
        Handlers.Where(pair => pair.Handler.Handles(@event) && !pair.Handler.IsDelayed);

    /// <summary>The handlers that receive an event later.</summary>
    public IEnumerable<(Role Role, Handler Handler)> Later(ITypeSymbol @event) =>
        Handlers.Where(pair => pair.Handler.Handles(@event) && pair.Handler.IsDelayed);

    /// <summary>The wiring method that takes an event from outside, named like the container's own handler of it.</summary>
    public string EntryName(ITypeSymbol @event)
    {
        if (_scope.IsPlugin)
            return HostEvents.HandlerOf(@event)!;
        IMethodSymbol? own = OwnHandlers.FirstOrDefault(method => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, @event));
        const string Suffix = "Event";
        string name = @event.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? @event.Name.Substring(0, @event.Name.Length - Suffix.Length)
            : @event.Name;
        return own?.Name ?? $"On{name}";
    }

    /// <summary>Reports events without handlers, handlers without sources, and handlers that wait for nothing.</summary>
    public void Check()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach ((Role role, Handler handler) in Handlers.Where(pair => seen.Add(pair.Handler.Method)))
        {
            CheckSource(handler);
            if (handler.IsDelayed)
                CheckDelay(role, handler);
            if (handler.RunsAfterFault)
                CheckFaultedTurn(handler);
            if (role.IsConcurrent)
                CheckConcurrency(role, handler);
            foreach (IParameterSymbol emitter in handler.Emitters.Where(emitter => !_scope.IsOutward(emitter.Type)))
                CheckHandlers(handler, emitter);
        }
    }

    private IEnumerable<INamedTypeSymbol> EmitsInside(Handler handler) => handler.Emitters
        .Where(emitter => !_scope.IsOutward(emitter.Type)).SelectMany(emitter => EventTypes.EmittedBy(emitter.Type));

    private void CheckSource(Handler handler)
    {
        if (_emitted.Contains(handler.Event) || IsEntry(handler))
            return;
        string name = handler.Event.Name;
        string mend = _scope.IsPlugin
            ? $"; only {HostEvents.Names(_scope.Factory)} come from outside"
            : $", or declare a handler of {name} on '{_scope.Container.Name}' if it comes from outside";
        _scope.Report(Descriptors.HandlerWithoutSource, handler.Method, handler.FullName, name, _scope.Container.Name, mend);
    }

    private void CheckDelay(Role role, Handler handler)
    {
        if (IsEntry(handler))
        {
            _scope.Report(
                Descriptors.InvalidRole, handler.Method, handler.FullName, "an event from outside cannot wait for itself",
                "remove [Delayed]");
        }
        else if (!role.Handlers.Any(IsEntry))
        {
            _scope.Report(
                Descriptors.InvalidRole, handler.Method, handler.FullName, "it waits for a turn that its role never has",
                "remove [Delayed], or let the role handle an event from outside");
        }
    }

    private void CheckFaultedTurn(Handler handler)
    {
        if (!_scope.IsPlugin && IsEntry(handler))
            return;
        string why = _scope.IsPlugin
            ? "a container plugin faults as a whole, and the host no longer calls it"
            : "it receives an event from inside as long as the emitter runs";
        _scope.Report(Descriptors.InvalidRole, handler.Method, handler.FullName, why, "remove [RunsAfterFault]");
    }

    private void CheckConcurrency(Role role, Handler handler)
    {
        string? why = IsEntry(handler) ? $"items of the concurrent role '{role.Name}' take an event from outside"
            : handler.IsDelayed ? $"items of the concurrent role '{role.Name}' wait for a turn"
            : EmitsInside(handler).Any() ? $"items of the concurrent role '{role.Name}' would call other roles from several threads"
            : handler.Event.IsRefLikeType ? $"{handler.Event.Name} is a ref struct, which cannot be passed to other threads"
            : null;
        if (why is not null)
        {
            _scope.Report(Descriptors.InvalidRole, handler.Method, handler.FullName, why,
                "let another role emit an event that they handle without emitting, or remove IsConcurrent");
        }
    }

    private void CheckHandlers(Handler handler, IParameterSymbol emitter)
    {
        foreach (INamedTypeSymbol emitted in EventTypes.EmittedBy(emitter.Type))
        {
            if (!Handlers.Any(pair => pair.Handler.Handles(emitted)))
                _scope.Report(Descriptors.EventWithoutHandler, emitter, handler.FullName, emitted.Name, _scope.Container.Name);
        }
    }
}
