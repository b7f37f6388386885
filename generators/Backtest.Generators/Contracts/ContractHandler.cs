using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Contracts;

/// <summary>A handler that an author may write, derived from the node's method that calls it.</summary>
internal sealed class ContractHandler
{
    private const string HandlerAttribute = "Backtest.Abstractions.Runtime.HandlerAttribute";

    private readonly NodeContract _node;

    private ContractHandler(NodeContract node, IMethodSymbol method)
    {
        _node = node;
        Method = method;
        IsRow = method.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }];
        IsDelayed = method.Attribute("Backtest.DelayedAttribute") is not null;
        if (method.Attribute(HandlerAttribute) is
            { ConstructorArguments: [{ Value: string name }, { Value: INamedTypeSymbol handled }, { Kind: TypedConstantKind.Array } takes] })
        {
            (Name, Event) = (name, handled);
            Takes =
            [
                .. method.Parameters.Skip(1).Select(parameter => parameter.Type), .. takes.Values.Select(type => type.Value).OfType<ITypeSymbol>(),
            ];
        }
        else
        {
            Name = method.Name;
            Event = EventTypes.StageOf(method.Parameters[0].Type) is null ? null : method.Parameters[0].Type;
            Takes = [.. method.Parameters.Skip(1).Select(parameter => parameter.Type)];
        }

        Parameter = IsRow ? Event! : method.Parameters[0].Type;
    }

    /// <summary>The node's method.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The author's method.</summary>
    public string Name { get; }

    /// <summary>The type of the author's first parameter.</summary>
    public ITypeSymbol Parameter { get; }

    /// <summary>The event it handles; <see langword="null"/> if it is not part of the flow.</summary>
    public ITypeSymbol? Event { get; }

    /// <summary>The types of the parameters that the author may add after it.</summary>
    public IReadOnlyList<ITypeSymbol> Takes { get; }

    /// <summary>Whether the node's method takes a row, for which the author's method takes the bar.</summary>
    public bool IsRow { get; }

    /// <summary>Whether its events wait for the next turn, because they come back from the engine.</summary>
    public bool IsDelayed { get; }

    /// <summary>Whether the author must write it.</summary>
    public bool IsRequired => Method.IsAbstract;

    /// <summary>The stage of its event; −1 if it has none.</summary>
    public int Stage => Event is null ? -1 : EventTypes.StageOf(Event) ?? -1;

    /// <summary>Whether it may emit, in which case it is called for every bar or turn.</summary>
    public bool MayEmit => Takes.Any(type => EventTypes.EmittedBy(type).Count > 0);

    /// <summary>The signature that an author writes.</summary>
    public string Signature
    {
        get
        {
            string[] parameters =
            [
                First(), .. Takes.Select(type => $"{(type.IsValueType ? "in " : "")}{type.Name} {_node.Source(this, type)?.Name}"),
            ];
            return $"{Method.ReturnType.ToDisplayString()} {Name}({string.Join(", ", parameters)}){(parameters.Length > 2 ? ", all but the first optional" : "")}";
        }
    }

    /// <summary>The handler for a node's method; <see langword="null"/> if authors write none for it.</summary>
    public static ContractHandler? Of(NodeContract node, IMethodSymbol method) =>
        method is { IsStatic: false, IsSealed: false, Parameters.Length: > 0 } && (method.IsAbstract || method.IsVirtual || method.IsOverride)
            && (IsNamedSo(method) || method.Attribute(HandlerAttribute) is not null)
            ? new ContractHandler(node, method)
            : null;

    private static bool IsNamedSo(IMethodSymbol method) => method.ReturnsVoid
        && method.Name.StartsWith("On", StringComparison.Ordinal) && method.Parameters[0].Type.SpecialType == SpecialType.None;

    private string First() => IsRow
        ? $"{Parameter.Name} {Words.EventName(Parameter)}"
        : $"{(Method.Parameters[0].RefKind == RefKind.None ? "" : "in ")}{Parameter.Name} {Method.Parameters[0].Name}";
}
