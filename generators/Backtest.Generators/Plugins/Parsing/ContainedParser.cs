using Backtest.Generators.Containers.Parsing;
using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the container that a container plugin creates. Errors of the flow inside it are reported with its wiring, not here.</summary>
internal sealed class ContainedParser
{
    private const string Parts = "Backtest.ContainerParts";

    private readonly PluginScope _scope;
    private readonly INamedTypeSymbol _container;
    private readonly ContainerScope _wiring;
    private readonly FlowGraph _graph;

    /// <summary>Reads the flow of the container.</summary>
    public ContainedParser(PluginScope scope, INamedTypeSymbol container, CancellationToken cancellation)
    {
        _scope = scope;
        _container = container;
        _wiring = new ContainerScope(scope.Compilation, scope.Class, container);
        (_graph, _) = ContainerParser.Read(_wiring, cancellation);
        CheckCreate();
    }

    /// <summary>The container that a class declares; <see langword="null"/> if it declares none, or the type does not exist.</summary>
    public static INamedTypeSymbol? ContainerOf(PluginScope scope)
    {
        if (scope.Class.Attribute("Backtest.ContainerFactoryAttribute") is { } factory)
            return ContainerParser.ContainerOf(factory);
        scope.Report(Descriptors.ContainerWithoutFactory, scope.Class, scope.Class.Name);
        return null;
    }

    /// <summary>Whether the flow inside can be wired.</summary>
    public bool IsWired => _wiring.Diagnostics.Count == 0;

    /// <summary>The events from the host, as the handlers that the container has toward its portfolio.</summary>
    public EquatableArray<HandlerModel> Handlers => new(_graph.Entries.Select(@event => Read(_scope.Node!.FindByEvent(@event)!)));

    /// <summary>The model of the container that the node calls.</summary>
    public ContainedModel Model => new(
        _scope.Names.Of(_container), _container.Name,
        new EquatableArray<StartModel>(_graph.Roles.Where(HearsOfStart).Select(role =>
            new StartModel(role.Name, role.IsCollection, role.IsOptional))));

    private bool Signals => _graph.Handlers.Any(pair => pair.Handler.Emitters.Any(emitter => _wiring.IsOutward(emitter.Type)));

    private HandlerModel Read(ContractHandler handler) => new(
        handler.Name, handler.Event!.Name, handler.Method.ReturnType.ToDisplayString(), handler.Method.Name,
        new CallWriter(_scope, _scope.Node!).Parameters(handler.Method),
        handler.Method.Parameters[0].Name,
        new EquatableArray<string>(Signals ? handler.Takes.SelectMany(EventTypes.EmittedBy).Select(emitted => emitted.Name) : []))
    {
        IsRow = handler.IsRow,
    };

    private bool HearsOfStart(Role role) => role.Component.AllMembers<IMethodSymbol>().Any(method =>
        method is { Name: "OnStart", IsStatic: false, IsGenericMethod: false, ReturnsVoid: true }
        && TakesOnly(method, "Backtest.StartContext") && _scope.CanUse(method));

    private void CheckCreate()
    {
        IMethodSymbol[] methods = [.. _scope.Class.AllMembers<IMethodSymbol>().Where(method => method.Name == "Create")];
        if (methods.Any(IsCreate))
            return;
        string why = methods.Length == 0
            ? "it has no 'Create'"
            : $"its 'Create' must be an instance method that takes only ContainerParts and returns {_container.Name}";
        _scope.Report(Descriptors.InvalidCreate, methods.FirstOrDefault() ?? (ISymbol)_scope.Class, _scope.Class.Name, why, _container.Name);
    }

    private bool IsCreate(IMethodSymbol method) => method is { IsStatic: false, IsGenericMethod: false, IsAsync: false }
        && TakesOnly(method, Parts) && _scope.Converts(method.ReturnType, _container);

    private static bool TakesOnly(IMethodSymbol method, string type) =>
        method.Parameters is [{ RefKind: RefKind.None or RefKind.In } first] && first.Type.Is(type);
}
