using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>The context of one container factory while it is read.</summary>
/// <param name="compilation">The compilation of the factory.</param>
/// <param name="factory">The factory's class.</param>
/// <param name="container">The container's class.</param>
internal sealed class ContainerScope(Compilation compilation, INamedTypeSymbol factory, INamedTypeSymbol container)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public INamedTypeSymbol Factory { get; } = factory;

    public INamedTypeSymbol Container { get; } = container;

    /// <summary>Whether the factory is a plugin, in which case events come from the host and signals go to it.</summary>
    public bool IsPlugin { get; } = factory.Attribute("Backtest.ContainerAttribute") is not null;

    public TypeNames Names { get; } = new(factory, seesMembers: true);

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>Reports an error of a symbol, at the factory if the symbol has no source.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Of(descriptor, SourceSpan.Of(symbol) ?? SourceSpan.Of(Factory), arguments));

    /// <summary>Whether the factory may use a symbol.</summary>
    public bool CanUse(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, Factory);

    /// <summary>Whether a type is in the assembly of the factory.</summary>
    public bool IsOurs(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether events emitted through an interface leave the container.</summary>
    public bool IsOutward(ITypeSymbol emitter) => GoesToHost(emitter) || IsBoundToContainer(emitter);

    /// <summary>The argument that the wiring passes for a parameter after a handler's event.</summary>
    public string Argument(IParameterSymbol parameter) =>
        parameter.Type.Is(HostEvents.Position) ? $"{(parameter.RefKind == RefKind.None ? "" : "in ")}_position.Position"
        : GoesToHost(parameter.Type) ? "_signals"
        : IsBoundToContainer(parameter.Type) ? "_container"
        : "this";

    private bool GoesToHost(ITypeSymbol emitter) => IsPlugin && emitter.Is(HostEvents.Signals);

    private bool IsBoundToContainer(ITypeSymbol emitter) => Container.AllInterfaces.Contains(emitter, SymbolEqualityComparer.Default);
}
