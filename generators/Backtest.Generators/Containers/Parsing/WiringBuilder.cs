using Backtest.Generators.Containers.Model;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Turns the flow of a container into the model of its wiring.</summary>
internal sealed class WiringBuilder
{
    private readonly ContainerScope _scope;
    private readonly FlowGraph _graph;
    private readonly IReadOnlyList<Role> _order;
    private readonly Dictionary<Role, RoleModel> _roles = [];
    private readonly List<INamedTypeSymbol> _emitters;
    private readonly Dictionary<ITypeSymbol, QueueModel> _queues = new(SymbolEqualityComparer.Default);

    public WiringBuilder(ContainerScope scope, FlowGraph graph, IReadOnlyList<Role> order)
    {
        _scope = scope;
        _graph = graph;
        _order = order;
        foreach (Role role in graph.Roles)
            _roles.Add(role, Model(role));
        _emitters =
        [
            .. graph.Handlers.SelectMany(pair => pair.Handler.Emitters).Select(emitter => emitter.Type).OfType<INamedTypeSymbol>()
                .Where(emitter => !scope.IsOutward(emitter)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
        ];
        foreach (INamedTypeSymbol @event in _emitters.SelectMany(EventTypes.EmittedBy))
        {
            if (!_queues.ContainsKey(@event) && graph.Later(@event).Any())
                _queues.Add(@event, Queue(@event));
        }
    }

    /// <summary>The model.</summary>
    public ContainerModel Build()
    {
        var emissions = new EquatableArray<EmissionModel>(_emitters.SelectMany(Emissions));
        var entries = new EquatableArray<EntryModel>(_graph.Entries.Select(Entry));
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
            Edges = new FlowEdges(_scope, _graph, _order).Build(),
            HasErrors = _scope.Diagnostics.Count > 0,
        };
    }

    private EntryModel Entry(ITypeSymbol @event)
    {
        (Role Role, Handler Handler)[] handlers =
            [.. _order.SelectMany(role => role.Handlers.Where(handler => handler.Handles(@event)).Select(handler => (role, handler)))];
        var steps = new List<StepModel>();
        foreach ((Role role, Handler handler) in handlers)
        {
            foreach (KeyValuePair<ITypeSymbol, QueueModel> queue in _queues.Where(queue => IsDeliveredBefore(role, @event, queue.Key)))
                steps.Add(new StepModel(null, queue.Value));
            steps.Add(new StepModel(Call(role, handler), null));
        }

        IParameterSymbol parameter = handlers[0].Handler.Method.Parameters[0];
        return new EntryModel(
            _graph.EntryName(@event), _scope.Names.Of(@event), @event.Name, Escaped(parameter.Name),
            handlers.Any(pair => pair.Handler.IsIn), new EquatableArray<StepModel>(steps));
    }

    /// <summary>Whether waiting events are delivered just before this role's turn: it is the first that hears them and has one.</summary>
    private bool IsDeliveredBefore(Role role, ITypeSymbol entry, ITypeSymbol waiting)
    {
        Role? first = _order.FirstOrDefault(candidate =>
            _graph.Later(waiting).Any(pair => pair.Role == candidate) && candidate.Handlers.Any(_graph.IsEntry));
        return first == role && first.Handlers.First(_graph.IsEntry).Handles(entry);
    }

    private IEnumerable<EmissionModel> Emissions(INamedTypeSymbol emitter)
    {
        IEnumerable<INamedTypeSymbol> contracts = emitter.AllInterfaces.Append(emitter);
        foreach (IMethodSymbol method in contracts.SelectMany(contract => contract.GetMembers()).OfType<IMethodSymbol>())
        {
            if (method is not { ReturnsVoid: true, IsGenericMethod: false, Parameters: [{ RefKind: RefKind.None or RefKind.In } parameter] }
                || !EventTypes.EmittedBy(emitter).Contains(parameter.Type, SymbolEqualityComparer.Default))
            {
                _scope.Report(Descriptors.InvalidRole, method, emitter.Name, $"'{method.Name}' does not take one of the events it emits",
                    "let each method be 'void Emit(in TheEvent name)'");
                continue;
            }

            string queue = _queues.TryGetValue(parameter.Type, out QueueModel? found) ? found.Field : "";
            yield return new EmissionModel(
                _scope.Names.Of(method.ContainingType), method.Name, _scope.Names.Of(parameter.Type), Escaped(parameter.Name),
                parameter.RefKind == RefKind.In, Calls(_graph.AtOnce(parameter.Type)), queue);
        }
    }

    private QueueModel Queue(INamedTypeSymbol @event)
    {
        string parameter = _graph.Later(@event).First().Handler.Method.Parameters[0].Name;
        return new QueueModel($"_{parameter}Queue", _scope.Names.Of(@event), @event.Name, Escaped(parameter), Calls(_graph.Later(@event)));
    }

    private EquatableArray<CallModel> Calls(IEnumerable<(Role Role, Handler Handler)> handlers) =>
        new(handlers.Select(pair => Call(pair.Role, pair.Handler)));

    private CallModel Call(Role role, Handler handler) => new(
        _roles[role], handler.Method.Name, handler.IsIn,
        new EquatableArray<string>(handler.Arguments.Select(_scope.Argument)),
        new EquatableArray<string>(handler.Emits.Select(emitted => emitted.Name)));

    private RoleModel Model(Role role) => new(
        role.Name, $"_{Words.CamelCase(role.Name)}", _scope.Names.Of(role.Component),
        role.IsCollection ? LoopVariable(role) : "", role.IsOptional);

    /// <summary>The variable of a loop: the component's name, unless a handler's parameter has it.</summary>
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
