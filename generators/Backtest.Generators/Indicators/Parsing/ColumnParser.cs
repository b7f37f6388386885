using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Indicators.Parsing;

/// <summary>Finds the loops that an indicator class lacks.</summary>
internal static class ColumnParser
{
    private static readonly string[] Contracts = ["Series", "Pair", "Bar"];

    /// <summary>Whether, judging by syntax alone, a node may be an indicator class for which a part can be generated.</summary>
    public static bool MayBeIndicator(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null, TypeParameterList: null } @class
        && @class.Modifiers.Any(SyntaxKind.PartialKeyword)
        && @class.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax;

    /// <summary>The loops of a class; <see langword="null"/> if it is not an indicator, or has all of them.</summary>
    public static ColumnModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol @class || !IsFirstPart(context.Node, @class))
            return null;
        var names = new TypeNames(@class, seesMembers: true);
        var loops = new EquatableArray<LoopModel>(Contracts.SelectMany(reads => Loops(@class, reads, names)));
        if (loops.Count == 0)
            return null;
        string space = @class.ContainingNamespace.IsGlobalNamespace ? "" : @class.ContainingNamespace.FullName();
        return new ColumnModel(space, @class.Name, HintNames.Of(@class), names.VocabularyPrefix, names.RuntimePrefix, loops);
    }

    private static IEnumerable<LoopModel> Loops(INamedTypeSymbol @class, string reads, TypeNames names)
    {
        IEnumerable<INamedTypeSymbol> inherited = @class.BaseType?.AllInterfaces ?? [];
        foreach (INamedTypeSymbol contract in @class.AllInterfaces.Except<INamedTypeSymbol>(inherited, SymbolEqualityComparer.Default))
        {
            if (!contract.Is($"Backtest.I{reads}Indicator") || HasLoop(@class, reads, contract.TypeArguments[0]))
                continue;
            ISymbol? update = @class.FindImplementationForInterfaceMember(contract.GetMembers("Update").First());
            if (update is IMethodSymbol method)
                yield return new LoopModel(reads, names.Of(contract.TypeArguments[0]), method.ExplicitInterfaceImplementations.Length > 0);
        }
    }

    private static bool HasLoop(INamedTypeSymbol @class, string reads, ITypeSymbol value) => @class.AllInterfaces.Any(contract =>
        contract.Is($"Backtest.Abstractions.Runtime.I{reads}Column")
        && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], value));

    // Only one of several parts of a class may cause generation: the first one with a base list.
    private static bool IsFirstPart(SyntaxNode node, INamedTypeSymbol @class) => @class.DeclaringSyntaxReferences
        .Select(part => part.GetSyntax()).First(MayBeIndicator) == node;
}
