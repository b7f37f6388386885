using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Contracts;

/// <summary>What the factory of a contract creates, and from which arguments.</summary>
internal sealed class FactoryContract
{
    private const string Arguments = "Backtest.Abstractions.Runtime.IndicatorArguments";
    private const string Parts = "Backtest.ContainerParts";

    /// <summary>Reads the factory's <c>Create</c> method.</summary>
    public FactoryContract(PluginContract contract)
    {
        IMethodSymbol? create = contract.Factory.AllMembers<IMethodSymbol>()
            .FirstOrDefault(method => method is { Name: "Create", IsAbstract: true });
        bool makesContract = SymbolEqualityComparer.Default.Equals(create?.ReturnType.OriginalDefinition, contract.Type);
        Form = create?.Parameters switch
        {
            [var only] when only.Type.Is(Arguments) => PluginForm.Indicator,
            [var map, var context] when makesContract && TakeParameters(map, context) => PluginForm.Instance,
            [var map, var context, var connections] when makesContract && TakeParameters(map, context) && IsNodeOf(contract.Type, connections.Type)
                => Holds(connections.Type, Parts) ? PluginForm.Container : PluginForm.Node,
            _ => PluginForm.None,
        };
        if (Form is PluginForm.Node or PluginForm.Container)
            Connections = create!.Parameters[2].Type;
    }

    /// <summary>The form of the code generated for a class.</summary>
    public PluginForm Form { get; }

    /// <summary>The connections of a node; <see langword="null"/> if there is no node.</summary>
    public ITypeSymbol? Connections { get; }

    private static bool TakeParameters(IParameterSymbol map, IParameterSymbol context) =>
        map.Type.Is("Backtest.ParameterMap") && context.Type.Is("Backtest.BindingContext");

    private static bool IsNodeOf(INamedTypeSymbol node, ITypeSymbol connections) =>
        node is { TypeKind: TypeKind.Class, IsSealed: false } && node.InstanceConstructors.Any(constructor =>
            constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, connections));

    private static bool Holds(ITypeSymbol connections, string type) =>
        connections.GetMembers().OfType<IPropertySymbol>().Any(property => property.Type.Is(type));
}
