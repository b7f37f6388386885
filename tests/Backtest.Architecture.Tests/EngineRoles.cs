using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Tests;

/// <summary>The roles of the engine's containers, and what the sources do with each other's roles past the wiring.</summary>
internal sealed class EngineRoles(EngineSources sources)
{
    private static readonly SymbolEqualityComparer Comparer = SymbolEqualityComparer.Default;

    // Where containers are put together, started and looked at after the run.
    private static readonly string[] Composition = ["Containers", "Building", "Workflow"];

    /// <summary>The classes of roles: what containers mark [Role].</summary>
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

    /// <summary>Fields, properties and parameters of a type, outside of a folder and of what puts containers together.</summary>
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

    /// <summary>Calls of methods that return nothing, handlers among them, on a role or a part of one, by code outside that role.</summary>
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
    /// Whether a method changes whose it is: it answers nothing. A part that is handed an emitter answers by it, with what its caller emits.
    /// </summary>
    private bool IsCommand(IMethodSymbol method) => method.ReturnsVoid && (All.Contains(method.ContainingType, Comparer)
        || !method.Parameters.Any(parameter => Has(parameter.Type, "EmitterAttribute")));

    /// <summary>The role a class plays or is a part of; <see langword="null"/>: none.</summary>
    private INamedTypeSymbol? RoleOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol whole = type.GetAttributes().Select(attribute => attribute.AttributeClass)
            .FirstOrDefault(attribute => attribute?.Name == "PartOfAttribute")?.TypeArguments[0] as INamedTypeSymbol ?? type;
        return All.FirstOrDefault(role => Comparer.Equals(role, whole));
    }

    /// <summary>Whether a class is a role's own: it plays it, or is no role and lies in its folder.</summary>
    private bool IsOf(INamedTypeSymbol type, INamedTypeSymbol role) =>
        Comparer.Equals(RoleOf(type), role) || (RoleOf(type) is null && sources.FolderOf(type) == sources.FolderOf(role));

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(own => own.AttributeClass?.Name == attribute);

    /// <summary>A type and what it is a collection of.</summary>
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
