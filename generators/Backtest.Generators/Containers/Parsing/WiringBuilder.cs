using Backtest.Generators.Containers.Model;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Builds the model of a container's wiring from its flow.</summary>
internal sealed class WiringBuilder
{
    private readonly ContainerScope _scope;
    private readonly FlowGraph _graph;
    private readonly Dictionary<Role, RoleModel> _roles = [];
    private readonly List<INamedTypeSymbol> _emitters;
    private readonly Dictionary<ITypeSymbol, QueueModel> _queues = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, EquatableArray<CallModel>> _atOnce = new(SymbolEqualityComparer.Default);

    /// <param name="scope">The context of the factory.</param>
    /// <param name="graph">The flow, with its roles in the order of the turn.</param>
    public WiringBuilder(ContainerScope scope, FlowGraph graph)
    {
        _scope = scope;
        _graph = graph;
        foreach (Role role in graph.Roles)
            _roles.Add(role, Model(role));
        _emitters =
        [
            .. graph.Handlers.SelectMany(pair => pair.Handler.Emitters).Select(emitter => emitter.Type).OfType<INamedTypeSymbol>()
                .Where(emitter => !scope.IsOutward(emitter)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
        ];
        foreach (INamedTypeSymbol @event in _emitters.SelectMany(EventTypes.EmittedBy))
        {
            if (_atOnce.ContainsKey(@event))
                continue;
            _atOnce.Add(@event, Calls(@event, graph.AtOnce(@event)));
            if (graph.Later(@event).Any())
                _queues.Add(@event, Queue(@event));
        }
    }

    /// <summary>Builds the model.</summary>
    public ContainerModel Build()
    {
        var emissions = new EquatableArray<EmissionModel>(_emitters.SelectMany(Emissions));
        var entries = new EquatableArray<EntryModel>(_graph.Entries.SelectMany(Entries));
        return new ContainerModel
        {
            Namespace = _scope.Factory.ContainingNamespace.IsGlobalNamespace ? "" : _scope.Factory.ContainingNamespace.FullName(),
            Factory = _scope.Factory.Name,
            HintName = HintNames.Of(_scope.Factory),
            Container = _scope.Names.Of(_scope.Container),
            ContainerName = _scope.Container.Name,
            IsPlugin = _scope.IsPlugin,
            Vocabulary = _scope.Names.VocabularyPrefix,
            Runtime = _scope.Names.RuntimePrefix,
            Roles = new EquatableArray<RoleModel>(_graph.Roles.Select(role => _roles[role])),
            Emitters = new EquatableArray<string>(_emitters.Select(_scope.Names.Of)),
            Entries = entries,
            Emissions = emissions,
            Queues = new EquatableArray<QueueModel>(_queues.Values),
            Edges = new FlowEdges(_scope, _graph).Build(),
            Reads = FlowReads.Of(_scope, _graph),
            HasErrors = _scope.Diagnostics.Count > 0,
        };
    }

    /// <summary>
    /// The methods that take an event from outside: one for a running container, and one for a faulted container if any handler runs then.
    /// </summary>
    private IEnumerable<EntryModel> Entries(ITypeSymbol @event)
    {
        (Role Role, Handler Handler)[] handlers = [.. _graph.Handlers.Where(pair => pair.Handler.Handles(@event))];
        string name = _graph.EntryName(@event);
        yield return Entry(name, handlers, isFrozen: false);
        (Role Role, Handler Handler)[] left = [.. handlers.Where(pair => pair.Handler.RunsAfterFault)];
        if (left.Length > 0)
            yield return Entry($"OnFrozen{name.Substring("On".Length)}", left, isFrozen: true);
    }

    private EntryModel Entry(string name, (Role Role, Handler Handler)[] handlers, bool isFrozen)
    {
        ITypeSymbol @event = handlers[0].Handler.Event;
        var steps = new List<StepModel>();
        foreach ((Role role, Handler handler) in handlers)
        {
            foreach (KeyValuePair<ITypeSymbol, QueueModel> queue in _queues.Where(queue => !isFrozen && IsDeliveredBefore(role, @event, queue.Key)))
                steps.Add(new StepModel(null, queue.Value));
            steps.Add(new StepModel(Call(role, handler), null));
        }

        IParameterSymbol parameter = handlers[0].Handler.Method.Parameters[0];
        return new EntryModel(
            name, _scope.Names.Of(@event), @event.Name, Escaped(parameter.Name), handlers.Any(pair => pair.Handler.IsIn), isFrozen,
            new EquatableArray<StepModel>(steps));
    }

    /// <summary>
    /// Whether waiting events are delivered just before a role's turn, because it is the first role that receives them and has a turn.
    /// </summary>
    private bool IsDeliveredBefore(Role role, ITypeSymbol entry, ITypeSymbol waiting)
    {
        Role? first = _graph.Roles.FirstOrDefault(candidate =>
            _graph.Later(waiting).Any(pair => pair.Role == candidate) && candidate.Handlers.Any(_graph.IsEntry));
        return first == role && first.Handlers.Where(_graph.IsEntry)
            .OrderBy(handler => LeadsTo(handler.Event, waiting) ? 0 : 1).First().Handles(entry);
    }

    /// <summary>Whether an event from outside may lead to an event that waits; waiting events are delivered with such an entry of a role.</summary>
    private bool LeadsTo(ITypeSymbol entry, ITypeSymbol waiting) => _graph.Handlers.Where(pair => pair.Handler.Handles(entry))
        .Any(pair => _graph.Reached(pair.Role, pair.Handler).Any(reached => _graph.Feeds(reached.Handler, waiting)));

    private IEnumerable<EmissionModel> Emissions(INamedTypeSymbol emitter)
    {
        IEnumerable<INamedTypeSymbol> contracts = emitter.AllInterfaces.Append(emitter);
        foreach (IMethodSymbol method in contracts.SelectMany(contract => contract.GetMembers()).OfType<IMethodSymbol>())
        {
            if (method is not { ReturnsVoid: true, IsGenericMethod: false, Parameters: [{ RefKind: RefKind.None or RefKind.In } parameter] }
                || !EventTypes.EmittedBy(emitter).Contains(parameter.Type, SymbolEqualityComparer.Default))
            {
                _scope.Report(Descriptors.InvalidRole, method, emitter.Name, $"'{method.Name}' does not take one of the events it emits",
                    "write each method as 'void Emit(in TheEvent name)'");
                continue;
            }

            string queue = _queues.TryGetValue(parameter.Type, out QueueModel? found) ? found.Field : "";
            yield return new EmissionModel(
                _scope.Names.Of(method.ContainingType), method.Name, _scope.Names.Of(parameter.Type), Escaped(parameter.Name),
                parameter.RefKind == RefKind.In, _atOnce[parameter.Type], queue);
        }
    }

    private QueueModel Queue(INamedTypeSymbol @event)
    {
        string parameter = _graph.Later(@event).First().Handler.Method.Parameters[0].Name;
        return new QueueModel($"_{parameter}Queue", _scope.Names.Of(@event), @event.Name, Escaped(parameter), Calls(@event, _graph.Later(@event)));
    }

    private EquatableArray<CallModel> Calls(ITypeSymbol @event, IEnumerable<(Role Role, Handler Handler)> handlers) =>
        new(EventOrder.Sort(_scope, _graph, @event, [.. handlers]).Select(pair => Call(pair.Role, pair.Handler)));

    private CallModel Call(Role role, Handler handler) => new(
        _roles[role], handler.Method.Name, handler.IsIn,
        new EquatableArray<string>(handler.Arguments.Select(_scope.Argument)),
        new EquatableArray<string>(handler.Emits.Select(emitted => emitted.Name)),
        FlowReads.Shown(_graph, role, handler));

    private RoleModel Model(Role role) => new(
        role.Name, $"_{Words.CamelCase(role.Name)}", _scope.Names.Of(role.Component),
        role.IsCollection ? LoopVariable(role) : "", role.IsOptional, role.IsConcurrent);

    /// <summary>The loop variable: the name of the component, unless a handler's parameter has the same name.</summary>
    private string LoopVariable(Role role)
    {
        var taken = new HashSet<string>(_graph.Handlers.Select(pair => pair.Handler.Method.Parameters[0].Name), StringComparer.Ordinal);
        string name = role.Component.TypeKind == TypeKind.Interface && role.Component.Name.Length > 1
            ? role.Component.Name.Substring(1)
            : role.Component.Name;
        return Escaped(Words.TakeUnique(Words.CamelCase(name), taken));
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
