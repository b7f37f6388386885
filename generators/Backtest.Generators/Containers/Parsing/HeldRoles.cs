using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Finds the roles whose objects another role holds: in its fields and what its primary constructor captures, and in those of the classes of
/// the same assembly it comes to that way. What is held as an interface or a delegate is called back, not read.
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

    /// <summary>The roles one holds, with each way to them.</summary>
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

    /// <summary>Reports roles that are held though no read of them is declared.</summary>
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

    /// <summary>Notes the roles a type holds.</summary>
    /// <returns>What else it holds, to be looked into.</returns>
    private IEnumerable<(INamedTypeSymbol Type, string Path)> Look(INamedTypeSymbol type, string path)
    {
        foreach ((ISymbol member, string name, ITypeSymbol held) in Members(type))
        {
            // A container's own roles are its children, wired by itself: they are no siblings, whatever their class.
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

    /// <summary>What an object is a part of: itself, unless its class says otherwise.</summary>
    private static INamedTypeSymbol WholeOf(INamedTypeSymbol part) =>
        part.Attribute("Backtest.PartOfAttribute")?.AttributeClass is { TypeArguments: [INamedTypeSymbol whole] } ? whole : part;

    /// <summary>The fields of a type, those behind properties and those a captured parameter became included.</summary>
    private static IEnumerable<(ISymbol Member, string Name, ITypeSymbol Type)> Members(INamedTypeSymbol type) =>
        from current in type.SelfAndBases()
        from field in current.GetMembers().OfType<IFieldSymbol>()
        where !field.IsStatic
        let member = field.AssociatedSymbol ?? field
        select (member, member.Name is ['<', .. var captured, '>', 'P'] ? captured : member.Name, field.Type);

    /// <summary>A type and what it is a collection of.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };
}
