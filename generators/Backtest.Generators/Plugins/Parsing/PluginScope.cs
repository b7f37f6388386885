using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>One plugin class while it is read.</summary>
/// <param name="compilation">What it is a part of.</param>
/// <param name="class">The author's class.</param>
/// <param name="kind">What the plugin is.</param>
/// <param name="isUniverse">Whether one instance of a strategy decides on all symbols.</param>
internal sealed class PluginScope(Compilation compilation, INamedTypeSymbol @class, PluginKind kind, bool isUniverse = false)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<string> _taken = new(@class.SelfAndBases().SelectMany(type => type.MemberNames), StringComparer.Ordinal);

    public Compilation Compilation { get; } = compilation;

    public INamedTypeSymbol Class { get; } = @class;

    public PluginKind Kind { get; } = kind;

    /// <summary>Whether one instance of a strategy decides on all symbols.</summary>
    public bool IsUniverse { get; } = isUniverse;

    /// <summary>Whether the plugin reads indicators of many instruments.</summary>
    public bool ReadsEachSymbol => Kind == PluginKind.RiskManager || IsUniverse;

    /// <summary>Names types inside the class.</summary>
    public TypeNames Names { get; } = new(@class, seesMembers: true);

    /// <summary>Names types beside the class, where the factory is.</summary>
    public TypeNames FactoryNames { get; } = new(@class, seesMembers: false);

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>The kind in words.</summary>
    public string KindName => Kind switch
    {
        PluginKind.Strategy when IsUniverse => "universe strategy",
        PluginKind.Strategy => "strategy",
        PluginKind.Classifier => "classifier",
        PluginKind.Container => "container",
        PluginKind.BarSource => "bar source",
        PluginKind.Indicator => "indicator",
        _ => "risk manager",
    };

    /// <summary>Reports something wrong with a symbol.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        Report(descriptor, SourceSpan.Of(symbol) ?? SourceSpan.Of(Class), arguments);

    /// <summary>Reports something wrong at a place.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan? place, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Of(descriptor, place, arguments));

    /// <summary>A name no member of the class has.</summary>
    public string TakeName(string wanted) => Words.TakeUnique(wanted, _taken);

    /// <summary>Whether the class may use a symbol.</summary>
    public bool CanUse(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Class);

    /// <summary>Whether any class of the assembly may use a symbol, the generated factory included.</summary>
    public bool CanFactoryUse(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Compilation.Assembly);

    /// <summary>Whether a type turns into another by itself.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol? to) => to is not null && Compilation.HasImplicitConversion(from, to);

    /// <summary>A part of the ABI's version.</summary>
    public int AbiNumber(string name) =>
        Compilation.GetTypeByMetadataName($"{TypeNames.RuntimeNamespace}.Abi")?.GetMembers(name).OfType<IFieldSymbol>()
            .FirstOrDefault()?.ConstantValue is int number ? number : 0;
}
