using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>What a parameter may hold.</summary>
internal abstract record ParameterType;

/// <summary>A number within bounds.</summary>
/// <param name="Name">The type's name in the framework, such as <c>Int32</c>.</param>
/// <param name="IsWhole">Whether it has no fraction.</param>
/// <param name="Bounds">Its bounds.</param>
internal sealed record NumberType(string Name, bool IsWhole, Bounds Bounds) : ParameterType;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanType : ParameterType;

/// <summary>Text.</summary>
internal sealed record TextType : ParameterType;

/// <summary>A length of time.</summary>
internal sealed record TimeSpanType : ParameterType;

/// <summary>A day.</summary>
internal sealed record DateType : ParameterType;

/// <summary>The length of a bar.</summary>
internal sealed record TimeframeType : ParameterType;

/// <summary>A type that may also be nothing.</summary>
/// <param name="Inner">What it is otherwise.</param>
/// <param name="Cast">The cast a null of a value type needs; empty for others.</param>
internal sealed record NullableType(ParameterType Inner, string Cast) : ParameterType;

/// <summary>A list.</summary>
internal sealed record ListType(ParameterType Item) : ParameterType;

/// <summary>A map with keys of the user's choice.</summary>
internal sealed record MapType(ParameterType Item) : ParameterType;

/// <summary>A type with a method of its own in the binder.</summary>
/// <param name="Name">The type as generated source names it.</param>
/// <param name="Simple">The type's simple name.</param>
internal abstract record NamedType(string Name, string Simple) : ParameterType;

/// <summary>One of several words.</summary>
internal sealed record EnumType(string Name, string Simple, EquatableArray<EnumWord> Words) : NamedType(Name, Simple);

/// <summary>A map with fixed keys.</summary>
/// <param name="Name">The type as generated source names it.</param>
/// <param name="Simple">The type's simple name.</param>
/// <param name="Parameters">Its fields.</param>
/// <param name="Variant">The <c>type</c> that chooses it, when it is a case of a union.</param>
/// <param name="Description">What it is.</param>
internal sealed record RecordType(
    string Name, string Simple, EquatableArray<ParameterModel> Parameters, string? Variant = null, string Description = "")
    : NamedType(Name, Simple);

/// <summary>One of several records, chosen by <c>type</c>.</summary>
internal sealed record UnionType(string Name, string Simple, EquatableArray<RecordType> Cases) : NamedType(Name, Simple);
