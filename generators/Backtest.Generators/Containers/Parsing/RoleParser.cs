using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Reads the roles of a container.</summary>
internal static class RoleParser
{
    private static readonly string[] Collections =
    [
        "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.List", "System.Collections.Immutable.ImmutableArray",
    ];

    /// <summary>The roles by name, so that nothing depends on the order of their declarations.</summary>
    public static IReadOnlyList<Role> Parse(ContainerScope scope)
    {
        var roles = new List<Role>();
        foreach (IPropertySymbol property in scope.Container.AllMembers<IPropertySymbol>().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.Attribute("Backtest.RoleAttribute") is { } mark && Read(scope, property, mark) is { } role)
                roles.Add(role);
        }

        if (roles.Count == 0 && scope.Diagnostics.Count == 0)
            Reject(scope, scope.Container, "it has no roles", "mark the properties that handle events with [Role]");
        return roles;
    }

    private static Role? Read(ContainerScope scope, IPropertySymbol property, AttributeData mark)
    {
        if (property.IsStatic || property.GetMethod is null || !scope.CanUse(property))
            return Reject(scope, property, "the factory cannot read it", "make it an internal or public instance property with a getter");
        bool isOptional = property.NullableAnnotation == NullableAnnotation.Annotated;
        (ITypeSymbol type, bool isCollection) = property.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => (array.ElementType, true),
            INamedTypeSymbol { TypeArguments: [var item] } list when Collections.Any(list.Is) => (item, true),
            var single => (single, false),
        };
        if (type is not INamedTypeSymbol { IsReferenceType: true } component || (isCollection && isOptional))
        {
            return Reject(scope, property, $"'{property.Type.ToDisplayString()}' cannot be a role",
                "use a class, or a collection of one class that is never null");
        }

        bool isConcurrent = mark.Argument("IsConcurrent", false);
        if (isConcurrent && (scope.IsPlugin || !isCollection))
        {
            return scope.IsPlugin
                ? Reject(scope, property, "it is in a plugin, and the host runs a plugin on one thread", "remove IsConcurrent")
                : Reject(scope, property, "a single component cannot be called concurrently with itself", "remove IsConcurrent, or make it a collection");
        }

        int reported = scope.Diagnostics.Count;
        IReadOnlyList<Handler> handlers = ComponentParser.Parse(scope, component);
        if (handlers.Count > 0)
            return new Role(property, component, isCollection, isOptional, isConcurrent, handlers);
        string example = scope.IsPlugin ? "BarEvent bar" : "in Turn turn";
        return scope.Diagnostics.Count > reported ? null : Reject(scope, property, $"{component.Name} has no handler",
            $"add a public method such as 'void OnBar({example})', or remove [Role]");
    }

    private static Role? Reject(ContainerScope scope, ISymbol symbol, string why, string mend)
    {
        string name = symbol is IPropertySymbol ? $"{scope.Container.Name}.{symbol.Name}" : symbol.Name;
        scope.Report(Descriptors.InvalidRole, symbol, name, why, mend);
        return null;
    }
}
