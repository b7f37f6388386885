using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Contracts;

/// <summary>What an attribute defines for the plugins it marks: <c>PluginContractAttribute</c>, read from symbols.</summary>
internal sealed class PluginContract
{
    private const string Name = "Backtest.Abstractions.Runtime.PluginContractAttribute";

    private PluginContract(INamedTypeSymbol attribute, string kind, INamedTypeSymbol type, INamedTypeSymbol factory, AttributeData contract)
    {
        Attribute = attribute;
        Kind = kind;
        Type = type;
        Factory = factory;
        When = contract.Argument<string?>("When", null);
        (Is, IsWord) = contract.NamedArguments.Where(argument => argument.Key == "Is").Select(argument => Member(argument.Value)).FirstOrDefault();
        MayReachOutside = contract.Argument("MayReachOutside", false);
        IsCalledWithBars = contract.Argument("IsCalledWithBars", true);
    }

    /// <summary>The attribute with which authors mark a class.</summary>
    public INamedTypeSymbol Attribute { get; }

    /// <summary>The kind, in kebab-case.</summary>
    public string Kind { get; }

    /// <summary>The node a class becomes, or the interface it implements.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The base class of generated factories.</summary>
    public INamedTypeSymbol Factory { get; }

    /// <summary>The property of the attribute that selects this contract; <see langword="null"/> if it applies by default.</summary>
    public string? When { get; }

    /// <summary>Whether its classes may use files, the network and threads.</summary>
    public bool MayReachOutside { get; }

    /// <summary>Whether the host calls its classes for bars or turns.</summary>
    public bool IsCalledWithBars { get; }

    /// <summary>The kind in words, such as <c>risk manager</c> or <c>universe strategy</c>.</summary>
    public string Words => $"{(IsWord is null ? "" : $"{IsWord.ToLowerInvariant()} ")}{Kind.Replace('-', ' ')}";

    /// <summary>The kind in words, with its article.</summary>
    public string AnyWords => Text.Words.Any(Words);

    /// <summary>How an author selects it, such as <c>Scope = StrategyScope.Universe</c>; empty if it applies by default.</summary>
    public string Choice => When is null || Is is not { Type: { } type } ? "" : $"{When} = {type.Name}.{IsWord}";

    private TypedConstant? Is { get; }

    private string? IsWord { get; }

    /// <summary>The contracts an attribute names; empty if it does not mark plugins.</summary>
    public static IReadOnlyList<PluginContract> AllOf(INamedTypeSymbol attribute) =>
        [.. attribute.GetAttributes().Select(contract => Read(attribute, contract)).OfType<PluginContract>()];

    /// <summary>The contract of a class according to one of its attributes; <see langword="null"/> if that attribute does not mark plugins.</summary>
    public static PluginContract? Of(AttributeData marking)
    {
        if (marking.AttributeClass is not { } attribute)
            return null;
        IReadOnlyList<PluginContract> all = AllOf(attribute);
        return all.FirstOrDefault(contract => contract.IsChosen(marking)) ?? all.FirstOrDefault(contract => contract.When is null);
    }

    /// <summary>The attributes of a class that make it a plugin, with their contracts.</summary>
    public static IEnumerable<(AttributeData Attribute, PluginContract Contract)> On(INamedTypeSymbol @class) =>
        from attribute in @class.GetAttributes()
        let contract = Of(attribute)
        where contract is not null
        select (attribute, contract);

    /// <summary>The contracts in the assembly that declares the contract attribute, and in the compilation itself.</summary>
    public static IReadOnlyList<PluginContract> Known(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Name) is not { } type
            ? []
            : [.. new[] { type.ContainingAssembly, compilation.Assembly }.Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default)
                .SelectMany(assembly => Attributes(assembly.GlobalNamespace)).SelectMany(AllOf)];

    private static IEnumerable<INamedTypeSymbol> Attributes(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(type => type.Name.EndsWith("Attribute", StringComparison.Ordinal))
            .Concat(space.GetNamespaceMembers().SelectMany(Attributes));

    private static PluginContract? Read(INamedTypeSymbol attribute, AttributeData contract) =>
        contract.AttributeClass?.Is(Name) == true
        && contract.ConstructorArguments is [{ Value: string kind }, { Value: INamedTypeSymbol type }, { Value: INamedTypeSymbol factory }]
            ? new PluginContract(attribute, kind, type.OriginalDefinition, factory, contract)
            : null;

    private bool IsChosen(AttributeData marking) => When is not null && marking.NamedArguments.Any(argument =>
        argument.Key == When && Is is { } wanted && Equals(argument.Value.Value, wanted.Value));

    private static (TypedConstant? Value, string? Word) Member(TypedConstant value) => (
        value,
        value.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name);
}
