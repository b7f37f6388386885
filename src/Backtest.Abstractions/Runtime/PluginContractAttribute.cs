using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// Makes an attribute a kind of plugin: a class marked with the attribute is one. Everything else is read from the types named here: the handlers a
/// class may have, what they take and at which stage, from the node's virtual methods; what the factory makes, from its <c>Create</c>. Generator,
/// analyzers, command line and conformance kit know kinds only by their contracts.
/// </summary>
/// <param name="kind">The kind as scripts, tags and listings spell it, kebab-case: <c>risk-manager</c>.</param>
/// <param name="contract">
/// The node a class becomes, whose virtual methods are its handlers; or the interface it implements, if the host calls it directly.
/// </param>
/// <param name="factory">What makes it: the base class of the factory generated for each plugin.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginContractAttribute(string kind, Type contract, Type factory) : Attribute
{
    /// <summary>The kind, kebab-case.</summary>
    public string Kind { get; } = kind;

    /// <summary>The node a class becomes, or the interface it implements.</summary>
    public Type Contract { get; } = contract;

    /// <summary>The base class of the generated factories.</summary>
    public Type Factory { get; } = factory;

    /// <summary>The property of the attribute that chooses this contract; <see langword="null"/> if it applies wherever no other is chosen.</summary>
    public string? When { get; init; }

    /// <summary>The value of <see cref="When"/>, a member of an enum, that chooses this contract.</summary>
    public object? Is { get; init; }

    /// <summary>Whether its classes may use files, the network and threads: the host calls them before bars are handled.</summary>
    public bool MayReachOutside { get; init; }

    /// <summary>
    /// Whether the host calls its classes for each bar or turn, so that an allocation is repeated for each; otherwise only occasionally.
    /// </summary>
    public bool IsCalledWithBars { get; init; } = true;

    /// <summary>The kind as a sentence names it: <c>risk manager</c>, <c>universe strategy</c>.</summary>
    public string Words => $"{(Is is null ? "" : $"{Is.ToString()!.ToLowerInvariant()} ")}{Kind.Replace('-', ' ')}";

    /// <summary>The contracts of this assembly, in ordinal order of their kinds. Searched for on each call: only messages need them all.</summary>
    public static IReadOnlyList<PluginContractAttribute> All =>
    [
        .. typeof(PluginContractAttribute).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(PluginContractAttribute), inherit: false))
            .Cast<PluginContractAttribute>()
            .OrderBy(contract => contract.Kind, StringComparer.Ordinal),
    ];
}
