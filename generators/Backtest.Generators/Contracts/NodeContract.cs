using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Contracts;

/// <summary>What the virtual members of a node define for the classes that become one.</summary>
internal sealed class NodeContract
{
    private const string BarEvent = "Backtest.BarEvent";
    private const string BarSeries = "Backtest.Abstractions.Runtime.BarSeries";

    private readonly IPropertySymbol[] _properties;
    private readonly IMethodSymbol[] _methods;

    /// <summary>Reads the members of a node.</summary>
    public NodeContract(INamedTypeSymbol type)
    {
        Type = type;
        _properties = [.. type.AllMembers<IPropertySymbol>().Where(property => !property.IsStatic)];
        _methods = [.. type.AllMembers<IMethodSymbol>().Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false })];
        Handlers = [.. _methods.Select(method => ContractHandler.Of(this, method)).OfType<ContractHandler>().OrderBy(handler => handler.Stage)];
    }

    /// <summary>The node.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The handlers an author may write, in the order of their stages.</summary>
    public IReadOnlyList<ContractHandler> Handlers { get; }

    /// <summary>The handler that takes a row; <see langword="null"/> if the node does not handle a series of bars.</summary>
    public ContractHandler? Row => Handlers.FirstOrDefault(handler => handler.IsRow);

    /// <summary>The method that processes many rows in one call; <see langword="null"/> if there is none.</summary>
    public IMethodSymbol? Loop => _methods.FirstOrDefault(IsLoop);

    /// <summary>The method that searches rows for the first one that emits; <see langword="null"/> if there is none.</summary>
    public IMethodSymbol? Search => _methods.FirstOrDefault(method => method is
    {
        Name: "Search", IsVirtual: true, ReturnType.SpecialType: SpecialType.System_Int32,
        Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }, { Type.SpecialType: SpecialType.System_Int32 },
        { Type.SpecialType: SpecialType.System_Boolean }],
    });

    /// <summary>The bars to which its rows refer.</summary>
    public IPropertySymbol? Bars => _properties.FirstOrDefault(property => property.Type.Is(BarSeries));

    /// <summary>The properties an author must provide, under the same names.</summary>
    public IEnumerable<IPropertySymbol> Provided => _properties.Where(property => property.IsAbstract);

    /// <summary>The properties that return the author's instance, if its class implements their interface.</summary>
    public IEnumerable<IPropertySymbol> Implemented => _properties.Where(property =>
        property is { IsVirtual: true, NullableAnnotation: NullableAnnotation.Annotated, Type.TypeKind: TypeKind.Interface });

    /// <summary>The properties whose current row must be set.</summary>
    public IEnumerable<IPropertySymbol> Rowed => _properties.Where(property => property.Type is INamedTypeSymbol type
        && type.AllMembers<IPropertySymbol>().Any(row => row is { Name: "Row", SetMethod: not null, Type.SpecialType: SpecialType.System_Int32 }));

    /// <summary>Whether the node tracks when all its indicators are ready.</summary>
    public bool IsGated => _methods.Any(method => method.Name == "BecomesReady");

    /// <summary>Whether the node has a property for whether it is called before its indicators are ready.</summary>
    public bool IsAskedIfEarly => _properties.Any(property => property is { Name: "CallsBeforeReady", IsVirtual: true });

    /// <summary>Whether the node has a property for whether calls of its row handler leave no state.</summary>
    public bool IsAskedIfStateless => _properties.Any(property => property is { Name: "IsStateless", IsVirtual: true });

    /// <summary>The method that returns the numbers behind a signal; <see langword="null"/> if they are not recorded.</summary>
    public IMethodSymbol? Readings => _methods.FirstOrDefault(method => method is { Name: "ReadIndicators", IsSealed: false });

    /// <summary>Whether it reads indicators.</summary>
    public bool ReadsIndicators => Request is not null;

    /// <summary>Whether it reads indicators of many instruments.</summary>
    public bool ReadsEachSymbol => Request?.ReturnType.Is("Backtest.PerSymbol") == true;

    /// <summary>Whether it reads bars of other timeframes.</summary>
    public bool ReadsBars => _methods.Any(method => method.Name == "RequestBars");

    /// <summary>The events it may emit, highest stage first.</summary>
    public IEnumerable<INamedTypeSymbol> Emits => Handlers.SelectMany(handler => handler.Takes).SelectMany(EventTypes.EmittedBy)
        .OrderByDescending(@event => EventTypes.StageOf(@event) ?? -1);

    /// <summary>Whether an author learns of the engine's results only through handlers of delayed events and through their parameters.</summary>
    public bool MayBePure => Row is not null && Handlers.Any(handler => handler.IsDelayed);

    /// <summary>Why no node can be generated; <see langword="null"/> if one can.</summary>
    public string? Problem =>
        _methods.FirstOrDefault(method => method.IsAbstract && !IsLoop(method) && Handlers.All(handler => !Calls(handler, method))) is { } open
            ? $"nothing defines what {Type.Name}.{open.Name} calls"
        : Handlers.FirstOrDefault(handler => handler.IsRow && (!handler.Parameter.Is(BarEvent) || Bars is null)) is { } row
            ? $"{Type.Name}.{row.Method.Name} takes a row, but {Type.Name} has no bars for it"
        : Handlers.SelectMany(handler => handler.Takes, (handler, type) => (Handler: handler, Type: type))
            .FirstOrDefault(taken => Source(taken.Handler, taken.Type) is null) is { Type: { } missing }
            ? $"{Type.Name} has no property of type {missing.Name} to pass to its handlers"
        : null;

    /// <summary>The handler with a name.</summary>
    public ContractHandler? Find(string name) => Handlers.FirstOrDefault(handler => handler.Name == name);

    /// <summary>The handler whose parameter is an event.</summary>
    public ContractHandler? FindByEvent(ITypeSymbol @event) => Handlers.FirstOrDefault(handler =>
        SymbolEqualityComparer.Default.Equals(handler.Parameter, @event));

    /// <summary>
    /// The source of a value that an author's method takes: a parameter of the node's method, a property of the node, or a property of such a
    /// property; <see langword="null"/> if there is none.
    /// </summary>
    public HandedValue? Source(ContractHandler handler, ITypeSymbol type)
    {
        if (handler.Method.Parameters.FirstOrDefault(parameter => IsA(parameter.Type, type)) is { } own)
            return new HandedValue(own.Name, own.Name, IsReference: false);
        if (_properties.FirstOrDefault(property => IsA(property.Type, type)) is { } direct)
            return new HandedValue(direct.Name, Words.CamelCase(direct.Name), direct.RefKind != RefKind.None);
        foreach (IPropertySymbol outer in _properties)
        {
            IPropertySymbol? inner = outer.Type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
                !property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, type));
            if (inner is not null)
                return new HandedValue($"{outer.Name}.{inner.Name}", Words.CamelCase(inner.Name), inner.RefKind != RefKind.None);
        }

        return null;
    }

    private IMethodSymbol? Request => _methods.FirstOrDefault(method => method is { Name: "Request", IsGenericMethod: true });

    private static bool IsLoop(IMethodSymbol method) => method is
    {
        IsAbstract: true, ReturnsVoid: true,
        Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }, { Type.SpecialType: SpecialType.System_Int32 }],
    };

    private static bool Calls(ContractHandler handler, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(handler.Method, method);

    private static bool IsA(ITypeSymbol type, ITypeSymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
}

/// <summary>A value that a node passes to an author's method.</summary>
/// <param name="Text">The C# expression inside the node.</param>
/// <param name="Name">The name of a parameter or local for it.</param>
/// <param name="IsReference">Whether it is returned by reference, so that a local for it stays current.</param>
internal sealed record HandedValue(string Text, string Name, bool IsReference);
