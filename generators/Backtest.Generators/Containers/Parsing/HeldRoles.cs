using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Finds the roles whose objects another role holds: in its fields and in parameters captured by its primary constructor, and in those of classes of
/// the same assembly that are reached this way. Objects held as an interface or a delegate are called back, not read.
/// </summary>
internal sealed class HeldRoles
{
    private readonly ContainerScope _scope;
    private readonly FlowGraph _graph;
    private readonly Role _holder;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<(Role Role, string Path)> _found = [];

    private HeldRoles(ContainerScope scope, FlowGraph graph, Role holder)
    {
        _scope = scope;
        _graph = graph;
        _holder = holder;
    }

    /// <summary>The roles that a role holds, with each path to them.</summary>
    public static IReadOnlyList<(Role Role, string Path)> Of(ContainerScope scope, FlowGraph graph, Role holder)
    {
        var held = new HeldRoles(scope, graph, holder);
        Queue<(INamedTypeSymbol Type, string Path)> left = new([(holder.Component, "")]);
        while (left.Count > 0)
        {
            (INamedTypeSymbol type, string path) = left.Dequeue();
            foreach ((INamedTypeSymbol next, string way) in held.Look(type, path))
                left.Enqueue((next, way));
        }

        return held._found;
    }

    /// <summary>Reports roles that are held without a declared read of them.</summary>
    public static void Check(ContainerScope scope, FlowGraph graph)
    {
        foreach (Role holder in graph.Roles)
        {
            var reported = new HashSet<Role>();
            foreach ((Role role, string path) in Of(scope, graph, holder))
            {
                if (!holder.Handlers.Any(handler => handler.Reads.Any(read => read.IsOf(role))) && reported.Add(role))
                {
                    scope.Report(Descriptors.UndeclaredRead, holder.Component, holder.Component.Name, role.Name, path, role.Component.Name,
                        holder.Name);
                }
            }
        }
    }

    /// <summary>Records the roles that a type holds.</summary>
    /// <returns>The other types it holds, to be examined.</returns>
    private IEnumerable<(INamedTypeSymbol Type, string Path)> Look(INamedTypeSymbol type, string path)
    {
        foreach ((ISymbol member, string name, ITypeSymbol held) in Members(type))
        {
            // A container's own roles are its children, which it wires itself: they are not siblings, whatever their class.
            bool isChild = member is IPropertySymbol && member.Attribute("Backtest.RoleAttribute") is not null;
            string way = path.Length == 0 ? name : $"{path}.{name}";
            foreach (INamedTypeSymbol part in Parts(held).Where(part => part.TypeKind is TypeKind.Class or TypeKind.Struct))
            {
                if (_holder.IsPlayedBy(part))
                    continue;
                INamedTypeSymbol whole = WholeOf(part);
                Role[] roles = isChild ? [] : [.. _graph.Roles.Where(role => role != _holder && role.IsPlayedBy(whole))];
                _found.AddRange(roles.Select(role => (role, way)));
                if (roles.Length == 0 && _scope.IsOurs(part) && _seen.Add(part))
                    yield return (part, way);
            }
        }
    }

    /// <summary>The class an object is a part of: its own, unless it is declared as a part of another.</summary>
    private static INamedTypeSymbol WholeOf(INamedTypeSymbol part) =>
        part.Attribute("Backtest.PartOfAttribute")?.AttributeClass is { TypeArguments: [INamedTypeSymbol whole] } ? whole : part;

    /// <summary>The fields of a type, including those behind properties and captured parameters.</summary>
    private static IEnumerable<(ISymbol Member, string Name, ITypeSymbol Type)> Members(INamedTypeSymbol type) =>
        from current in type.SelfAndBases()
        from field in current.GetMembers().OfType<IFieldSymbol>()
        where !field.IsStatic
        let member = field.AssociatedSymbol ?? field
        select (member, member.Name is ['<', .. var captured, '>', 'P'] ? captured : member.Name, field.Type);

    /// <summary>A type and the types of its elements, if it is a collection.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };
}
