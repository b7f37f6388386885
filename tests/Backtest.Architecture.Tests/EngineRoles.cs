using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Tests;

/// <summary>The roles of the engine's containers, and how the sources use other roles apart from the wiring.</summary>
internal sealed class EngineRoles(EngineSources sources)
{
    private static readonly SymbolEqualityComparer Comparer = SymbolEqualityComparer.Default;

    // Where containers are composed, started and inspected after the run.
    private static readonly string[] Composition = ["Containers", "Building", "Workflow"];

    /// <summary>The classes of roles, which containers mark with [Role].</summary>
    public IReadOnlyList<INamedTypeSymbol> All { get; } =
    [
        .. from pair in Nodes<PropertyDeclarationSyntax>(sources)
           let property = (IPropertySymbol)pair.Semantics.GetDeclaredSymbol(pair.Node)!
           where Has(property, "RoleAttribute")
           let type = property.Type is IArrayTypeSymbol array ? array.ElementType : property.Type
           let named = (INamedTypeSymbol)type
           let role = named.TypeArguments is [INamedTypeSymbol item] ? item : named
           group role by role.Name into roles
           orderby roles.Key
           select roles.First(),
    ];

    /// <summary>Fields, properties and parameters of a type, except in a folder and where containers are composed.</summary>
    public IEnumerable<string> Holders(string type, string folder)
    {
        foreach ((SyntaxNode node, SemanticModel semantics) in Nodes<SyntaxNode>(sources))
        {
            if (node is not (VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax))
                continue;
            ITypeSymbol? held = semantics.GetDeclaredSymbol(node) switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
            string home = sources.FolderOf(node.SyntaxTree);
            if (held is not null && home != folder && !Composition.Contains(home) && Parts(held).Any(part => part.Name == type))
                yield return $"{Path.GetFileName(node.SyntaxTree.FilePath)}: {node}";
        }
    }

    /// <summary>Calls of methods that return nothing, including handlers, on a role or a part of one, by code outside that role.</summary>
    public IEnumerable<string> Commands()
    {
        foreach ((InvocationExpressionSyntax call, SemanticModel semantics) in Nodes<InvocationExpressionSyntax>(sources))
        {
            if (Composition.Contains(sources.FolderOf(call.SyntaxTree))
                || semantics.GetSymbolInfo(call).Symbol is not IMethodSymbol { IsStatic: false } method || !IsCommand(method))
                continue;
            INamedTypeSymbol caller = semantics.GetEnclosingSymbol(call.SpanStart)!.ContainingType;
            if (RoleOf(method.ContainingType) is { } role && !IsOf(caller, role))
                yield return $"{caller.Name} calls {method.ContainingType.Name}.{method.Name}";
        }
    }

    /// <summary>
    /// Whether a method is a command to its owner: it returns nothing. A part that receives an emitter responds through it, with what its caller emits.
    /// </summary>
    private bool IsCommand(IMethodSymbol method) => method.ReturnsVoid && (All.Contains(method.ContainingType, Comparer)
        || !method.Parameters.Any(parameter => Has(parameter.Type, "EmitterAttribute")));

    /// <summary>The role that a class implements or is a part of, or <see langword="null"/> if there is none.</summary>
    private INamedTypeSymbol? RoleOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol whole = type.GetAttributes().Select(attribute => attribute.AttributeClass)
            .FirstOrDefault(attribute => attribute?.Name == "PartOfAttribute")?.TypeArguments[0] as INamedTypeSymbol ?? type;
        return All.FirstOrDefault(role => Comparer.Equals(role, whole));
    }

    /// <summary>Whether a class belongs to a role: it implements the role, or is no role and is in its folder.</summary>
    private bool IsOf(INamedTypeSymbol type, INamedTypeSymbol role) =>
        Comparer.Equals(RoleOf(type), role) || (RoleOf(type) is null && sources.FolderOf(type) == sources.FolderOf(role));

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(own => own.AttributeClass?.Name == attribute);

    /// <summary>A type and its element types, if it is a collection.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };

    private static IEnumerable<(TNode Node, SemanticModel Semantics)> Nodes<TNode>(EngineSources sources)
        where TNode : SyntaxNode =>
        from tree in sources.Trees
        let semantics = sources.Compilation.GetSemanticModel(tree)
        from node in tree.GetRoot().DescendantNodes().OfType<TNode>()
        select (node, semantics);
}
