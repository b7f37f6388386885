using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>One container factory while it is read.</summary>
/// <param name="compilation">What it is a part of.</param>
/// <param name="factory">The factory's class.</param>
/// <param name="container">The container's class.</param>
internal sealed class ContainerScope(Compilation compilation, INamedTypeSymbol factory, INamedTypeSymbol container)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public INamedTypeSymbol Factory { get; } = factory;

    public INamedTypeSymbol Container { get; } = container;

    /// <summary>Whether the factory is a plugin: then events come from the host, and signals go to it.</summary>
    public bool IsPlugin { get; } = factory.Attribute("Backtest.ContainerAttribute") is not null;

    public TypeNames Names { get; } = new(factory, seesMembers: true);

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>Reports something wrong with a symbol, at the factory where the symbol has no source.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Of(descriptor, SourceSpan.Of(symbol) ?? SourceSpan.Of(Factory), arguments));

    /// <summary>Whether the factory may use a symbol.</summary>
    public bool CanUse(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, Factory);

    /// <summary>Whether a type is of the assembly the factory is in.</summary>
    public bool IsOurs(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether what is emitted through an interface leaves the container.</summary>
    public bool IsOutward(ITypeSymbol emitter) => GoesToHost(emitter) || IsBoundToContainer(emitter);

    /// <summary>What the wiring hands to a handler that takes this behind its event.</summary>
    public string Argument(IParameterSymbol parameter) =>
        parameter.Type.Is(HostEvents.Position) ? $"{(parameter.RefKind == RefKind.None ? "" : "in ")}_position.Position"
        : GoesToHost(parameter.Type) ? "_signals"
        : IsBoundToContainer(parameter.Type) ? "_container"
        : "this";

    private bool GoesToHost(ITypeSymbol emitter) => IsPlugin && emitter.Is(HostEvents.Signals);

    private bool IsBoundToContainer(ITypeSymbol emitter) => Container.AllInterfaces.Contains(emitter, SymbolEqualityComparer.Default);
}
