using Backtest.Generators.Contracts;
using Backtest.Generators.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Observers;

/// <summary>Reads a node that wraps another.</summary>
internal static class ObserverParser
{
    /// <summary>
    /// The model of the generated code; <see langword="null"/> if the class is not a node of a contract, in which case the compiler reports what is
    /// missing.
    /// </summary>
    public static ObserverModel? Parse(GeneratorAttributeSyntaxContext context)
    {
        var @class = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = context.Attributes[0];
        PluginContract? contract = PluginContract.Known(context.SemanticModel.Compilation)
            .FirstOrDefault(known => SymbolEqualityComparer.Default.Equals(known.Type, @class.BaseType));
        IMethodSymbol? constructor = @class.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.Length == 3);
        if (contract is null || constructor is null || attribute.ConstructorArguments is not [{ Value: string inner }])
            return null;
        var names = new TypeNames(@class, seesMembers: true);
        return new ObserverModel(
            HintNames.Of(@class), @class.ContainingNamespace.FullName(), @class.Name, names.Of(contract.Factory), names.Of(contract.Type),
            names.Of(constructor.Parameters[0].Type), names.Of(constructor.Parameters[1].Type),
            new EquatableArray<ObserverMember>(Members(@class, contract, names, inner, attribute.Argument("Meter", ""))));
    }

    private static IEnumerable<ObserverMember> Members(
        INamedTypeSymbol @class, PluginContract contract, TypeNames names, string inner, string meter)
    {
        var node = new NodeContract(contract.Type);
        foreach (IPropertySymbol property in contract.Type.AllMembers<IPropertySymbol>().Where(property => IsOpen(@class, property)))
        {
            string nullable = property.NullableAnnotation == NullableAnnotation.Annotated && property.Type.IsReferenceType ? "?" : "";
            yield return new ObserverMember($"{names.Of(property.Type)}{nullable} {property.Name}", $"{inner}.{property.Name};", "", "");
        }

        foreach (IMethodSymbol method in contract.Type.AllMembers<IMethodSymbol>())
        {
            if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public } || !IsOpen(@class, method))
                continue;
            string parameters = string.Join(", ", method.Parameters.Select(parameter =>
                $"{(parameter.RefKind == RefKind.None ? "" : "in ")}{names.Of(parameter.Type)} {parameter.Name}"));
            string arguments = string.Join(", ", method.Parameters.Select(parameter =>
                $"{(parameter.RefKind == RefKind.None ? "" : "in ")}{parameter.Name}"));
            bool isMetered = node.Handlers.Any(handler =>
                handler.Event is not null && SymbolEqualityComparer.Default.Equals(handler.Method, method));
            yield return new ObserverMember(
                $"{names.Of(method.ReturnType)} {method.Name}({parameters})", $"{inner}.{method.Name}({arguments});", isMetered ? meter : "",
                method.ReturnsVoid ? "" : names.Of(method.ReturnType));
        }
    }

    /// <summary>Whether a member of the node can be overridden and is not overridden by the class.</summary>
    private static bool IsOpen(INamedTypeSymbol @class, ISymbol member) =>
        (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed
        && !@class.GetMembers(member.Name).Any(own => own.IsOverride);
}
