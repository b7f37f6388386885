using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Analyzers.Plugins;

/// <summary>Tells what of an assembly the host will call.</summary>
internal static class PluginTypes
{
    private static readonly string[] Attributes =
    [
        "Backtest.StrategyAttribute", "Backtest.ClassifierAttribute", "Backtest.RiskManagerAttribute", "Backtest.ContainerAttribute",
    ];

    private const string BarProvider = "Backtest.IBarProvider";

    private static readonly string[] Indicators = ["Backtest.IBarIndicator", "Backtest.ISeriesIndicator"];

    private static readonly string[] Handlers =
        ["OnStart", "OnBar", "OnTurn", "OnSignals", "OnRegime", "OnFill", "OnReject", "OnCancel"];

    /// <summary>Whether the assembly declares a plugin or an indicator.</summary>
    public static bool HasAny(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetTypeByMetadataName(Attributes[0]) is not null
        && HasAny(compilation.Assembly.GlobalNamespace, cancellation);

    /// <summary>Whether an attribute makes the class a plugin.</summary>
    public static bool IsPlugin(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && type.GetAttributes().Any(attribute => attribute.AttributeClass is { } @class && Attributes.Any(@class.Is));

    /// <summary>Whether the host hands bars or numbers to the class.</summary>
    public static bool IsIndicator(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.AllInterfaces.Any(implemented => Indicators.Any(implemented.Is));

    /// <summary>Whether the host calls the method of a plugin by its name.</summary>
    public static bool IsHandler(IMethodSymbol method) => Handlers.Contains(method.Name) && IsPlugin(method.ContainingType);

    /// <summary>Whether the host calls the method for every bar, or turn.</summary>
    public static bool IsCalledEachBar(IMethodSymbol method) => method.Name switch
    {
        "OnBar" or "OnTurn" or "OnSignals" => IsPlugin(method.ContainingType),
        "Update" => IsIndicator(method.ContainingType),
        _ => false,
    };

    /// <summary>Whether a place is in a class that gives bars: it reads them wherever they are.</summary>
    public static bool IsInBarProvider(ISymbol place)
    {
        for (INamedTypeSymbol? type = place as INamedTypeSymbol ?? place.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.AllInterfaces.Any(implemented => implemented.Is(BarProvider)))
                return true;
        }

        return false;
    }

    private static bool HasAny(INamespaceSymbol space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner ? HasAny(inner, cancellation) : IsPluginOrHoldsIndicator((INamedTypeSymbol)member))
                return true;
        }

        return false;
    }

    private static bool IsPluginOrHoldsIndicator(INamedTypeSymbol type) =>
        IsPlugin(type) || IsIndicator(type) || type.GetTypeMembers().Any(IsPluginOrHoldsIndicator);
}
