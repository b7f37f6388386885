using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>
/// Names types inside or next to a class: by the simple name if that certainly means the type, otherwise in full. Generated files import
/// <c>System</c>, <c>System.Collections.Generic</c>, <c>Backtest</c> and the ABI's namespace.
/// </summary>
/// <param name="scope">The class.</param>
/// <param name="seesMembers">Whether the names are used inside the class, where its members take precedence.</param>
internal sealed class TypeNames(INamedTypeSymbol scope, bool seesMembers)
{
    /// <summary>The namespace of the vocabulary.</summary>
    public const string VocabularyNamespace = "Backtest";

    /// <summary>The namespace of the ABI.</summary>
    public const string RuntimeNamespace = "Backtest.Abstractions.Runtime";

    private static readonly string[] Imported = [VocabularyNamespace, RuntimeNamespace, "System", "System.Collections.Generic"];

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    // Names used by templates for every kind of plugin; types named by a contract are looked up by their symbols.
    private static readonly string[] VocabularyNames =
    [
        "BarEvent", "BindingContext", "IBarIndicator", "IndicatorSpec", "IPairIndicator", "ISeriesIndicator", "ISignals", "ParameterMap",
        "PerSymbol", "StartContext", "Timeframe",
    ];

    private static readonly string[] RuntimeNames =
    [
        "BarSeries", "BarsReader", "DelayedEvents", "FlowDescription", "FlowEdge", "HandlerDescription", "IBarColumn", "IndicatorArguments",
        "IndicatorFactory", "IndicatorReader", "IPairColumn", "ISeriesColumn", "ParameterErrors", "ParameterReader", "ParameterValue", "Plugin",
        "PluginDescriptor", "PluginKind", "PositionCell",
    ];

    /// <summary>The prefix of names of the vocabulary; empty if all of its names have the intended meaning.</summary>
    public string VocabularyPrefix => Prefix(VocabularyNamespace, VocabularyNames);

    /// <summary>The prefix of names of the ABI.</summary>
    public string RuntimePrefix => Prefix(RuntimeNamespace, RuntimeNames);

    /// <summary>The most readable name of a type.</summary>
    public string Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { SpecialType: SpecialType.None, IsTupleType: false } named
            when named.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T => Named(named),
        _ => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Full),
    };

    private string Named(INamedTypeSymbol type)
    {
        string arguments = type.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", type.TypeArguments.Select(Of))}>";
        string qualifier = type switch
        {
            { ContainingType: { } outer } => Named(outer) + ".",
            { ContainingNamespace: { IsGlobalNamespace: true } } => Meaning(type.Name) is { } found && !Same(found, type) ? "global::" : "",
            _ when MeansWhatItShould(type) => "",
            _ => $"global::{type.ContainingNamespace.FullName()}.",
        };
        return qualifier + type.Name + arguments;
    }

    private bool MeansWhatItShould(INamedTypeSymbol type) => Meaning(type.Name) is { } found
        ? Same(found, type)
        : Imported.Contains(type.ContainingNamespace.FullName());

    private string Prefix(string @namespace, string[] names) =>
        names.All(name => Meaning(name) is not { } found || found.FullName() == $"{@namespace}.{name}") ? "" : $"global::{@namespace}.";

    /// <summary>The meaning of a simple name there, before using directives are considered.</summary>
    private ISymbol? Meaning(string name)
    {
        ISymbol? found = seesMembers ? scope.SelfAndBases().SelectMany(type => type.GetMembers(name)).FirstOrDefault() : null;
        for (INamespaceSymbol? space = scope.ContainingNamespace; found is null && space is not null; space = space.ContainingNamespace)
            found = space.GetMembers(name).FirstOrDefault();
        return found;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right.OriginalDefinition);
}
