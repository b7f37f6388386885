using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>The context of one plugin class while it is read.</summary>
internal sealed class PluginScope
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<string> _taken;

    /// <summary>Creates the context of a class that is read by a contract.</summary>
    /// <param name="compilation">The compilation of the class.</param>
    /// <param name="class">The author's class.</param>
    /// <param name="contract">The contract of its kind.</param>
    public PluginScope(Compilation compilation, INamedTypeSymbol @class, PluginContract contract)
    {
        Compilation = compilation;
        Class = @class;
        Contract = contract;
        Factory = new FactoryContract(contract);
        Node = Factory.Form is PluginForm.Node or PluginForm.Container ? new NodeContract(contract.Type) : null;
        Names = new TypeNames(@class, seesMembers: true);
        FactoryNames = new TypeNames(@class, seesMembers: false);
        _taken = new HashSet<string>(@class.SelfAndBases().SelectMany(type => type.MemberNames), StringComparer.Ordinal);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Class { get; }

    /// <summary>The contract of its kind.</summary>
    public PluginContract Contract { get; }

    /// <summary>The factory of the contract.</summary>
    public FactoryContract Factory { get; }

    /// <summary>The node that the class becomes; <see langword="null"/> if it does not become one.</summary>
    public NodeContract? Node { get; }

    public PluginForm Form => Factory.Form;

    /// <summary>Names types inside the class.</summary>
    public TypeNames Names { get; }

    /// <summary>Names types next to the class, where the factory is.</summary>
    public TypeNames FactoryNames { get; }

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>The kind in words, with its article.</summary>
    public string AnyKind => Contract.AnyWords;

    /// <summary>Reports an error of a symbol.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        Report(descriptor, SourceSpan.Of(symbol) ?? SourceSpan.Of(Class), arguments);

    /// <summary>Reports an error at a location.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan? place, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Of(descriptor, place, arguments));

    /// <summary>A name that no member of the class has.</summary>
    public string TakeName(string wanted) => Words.TakeUnique(wanted, _taken);

    /// <summary>Whether the class may use a symbol.</summary>
    public bool CanUse(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Class);

    /// <summary>Whether every class of the assembly, including the generated factory, may use a symbol.</summary>
    public bool CanFactoryUse(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Compilation.Assembly);

    /// <summary>Whether a type converts implicitly to another.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol? to) => to is not null && Compilation.HasImplicitConversion(from, to);

    /// <summary>A part of the ABI's version.</summary>
    public int AbiNumber(string name) =>
        Compilation.GetTypeByMetadataName($"{TypeNames.RuntimeNamespace}.Abi")?.GetMembers(name).OfType<IFieldSymbol>()
            .FirstOrDefault()?.ConstantValue is int number ? number : 0;
}
