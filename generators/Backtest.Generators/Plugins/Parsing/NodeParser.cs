using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the parts of a class's node other than its handlers.</summary>
internal sealed class NodeParser(PluginScope scope, NodeContract node)
{
    /// <summary>Reports members that the node requires and the author's class does not have.</summary>
    public void RequireProvided()
    {
        foreach (IPropertySymbol property in node.Provided)
        {
            bool isThere = scope.Class.AllMembers<IPropertySymbol>().Any(own =>
                own is { IsStatic: false, GetMethod: not null } && own.Name == property.Name
                && scope.CanUse(own) && scope.Converts(own.Type, property.Type));
            if (!isThere)
            {
                scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.AnyKind, $"'{property.Name}'",
                    $"public {property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {property.Name} {{ get; }}");
            }
        }
    }

    /// <summary>The node of a class whose other members have been read.</summary>
    public NodeModel Parse(RowModel? rows, PluginModel model) => new(
        scope.Names.Of(node.Type),
        scope.Names.Of(scope.Factory.Connections!),
        rows,
        Readings(model),
        Properties(node.Provided),
        Properties(node.Implemented.Where(property => scope.Class.AllInterfaces.Contains(property.Type, SymbolEqualityComparer.Default))),
        model.CallBeforeReady && node.IsAskedIfEarly,
        node.IsAskedIfStateless && model.Handlers.Count == 1 && model.Handlers[0].IsRow && StateRules.IsStateless(scope.Class),
        node.Search is not null,
        node.MayBePure && !model.ReadsTrades && !model.Handlers.Any(handler => handler.IsToldOfEngine));

    private EquatableArray<ProvidedModel> Properties(IEnumerable<IPropertySymbol> properties) =>
        new(properties.Select(property => new ProvidedModel(scope.Names.Of(property.Type), property.Name)));

    private ReadingsModel? Readings(PluginModel model) =>
        node.Readings is { Parameters: [var key, var values] } method && model.Indicators.Any(indicator => indicator.IsRecorded)
            ? new ReadingsModel(new CallWriter(scope, node).Parameters(method), key.Name, values.Name)
            : null;
}
