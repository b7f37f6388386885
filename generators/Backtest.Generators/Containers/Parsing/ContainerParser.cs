using Backtest.Generators.Containers.Model;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Reads one container factory.</summary>
internal static class ContainerParser
{
    /// <summary>Reads the class that is marked <c>[ContainerFactory]</c>.</summary>
    public static ContainerResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var factory = (INamedTypeSymbol)context.TargetSymbol;
        if (ContainerOf(context.Attributes[0]) is not { } container)
            return new ContainerResult(null, EquatableArray<DiagnosticInfo>.Empty);
        var scope = new ContainerScope(context.SemanticModel.Compilation, factory, container);
        ContainerModel? model = CanBeWritten(scope, (TypeDeclarationSyntax)context.TargetNode) ? Read(scope, cancellation).Model : null;
        return new ContainerResult(model, new EquatableArray<DiagnosticInfo>(scope.Diagnostics));
    }

    /// <summary>The container that a factory names; <see langword="null"/> if the type does not exist.</summary>
    public static INamedTypeSymbol? ContainerOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } container }] ? container : null;

    /// <summary>Whether the wiring can be generated into a class. For a plugin, the parser of its class reports the errors.</summary>
    private static bool CanBeWritten(ContainerScope scope, TypeDeclarationSyntax declaration)
    {
        if (scope.Factory.ContainingType is not null || scope.Factory.IsGenericType || scope.Factory.IsFileLocal)
        {
            if (!scope.IsPlugin)
            {
                scope.Report(Descriptors.InvalidRole, scope.Factory, scope.Factory.Name, "it is nested, generic or local to its file",
                    "move it directly into its namespace, without type parameters");
            }

            return false;
        }

        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return true;
        if (!scope.IsPlugin)
            scope.Report(Descriptors.MissingPartial, scope.Factory, scope.Factory.Name, "the wiring", "the class");
        return false;
    }

    /// <summary>Reads the flow inside a container, and reports its errors.</summary>
    public static (FlowGraph Graph, ContainerModel Model) Read(ContainerScope scope, CancellationToken cancellation)
    {
        var graph = new FlowGraph(scope, RoleParser.Parse(scope));
        graph.Check();
        if (scope.IsPlugin)
            new PluginChecks(scope, graph).Check();
        HeldRoles.Check(scope, graph);
        cancellation.ThrowIfCancellationRequested();
        var ordered = new FlowGraph(scope, RoleOrder.Sort(scope, graph));
        return (ordered, new WiringBuilder(scope, ordered).Build());
    }
}
