using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The type of a parameter.</summary>
internal abstract record ParameterType;

/// <summary>A number within bounds.</summary>
/// <param name="Name">The name of the .NET type, such as <c>Int32</c>.</param>
/// <param name="IsWhole">Whether it is an integer type.</param>
/// <param name="Bounds">The bounds.</param>
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

/// <summary>A type whose values may also be null.</summary>
/// <param name="Inner">The type of other values.</param>
/// <param name="Cast">The cast that null needs for a value type; empty for other types.</param>
internal sealed record NullableType(ParameterType Inner, string Cast) : ParameterType;

/// <summary>A list.</summary>
internal sealed record ListType(ParameterType Item) : ParameterType;

/// <summary>A map with keys of the user's choice.</summary>
internal sealed record MapType(ParameterType Item) : ParameterType;

/// <summary>A type with a method of its own in the binder.</summary>
/// <param name="Name">The type, as generated source names it.</param>
/// <param name="Simple">The type's simple name.</param>
internal abstract record NamedType(string Name, string Simple) : ParameterType;

/// <summary>One of several words.</summary>
internal sealed record EnumType(string Name, string Simple, EquatableArray<EnumWord> Words) : NamedType(Name, Simple);

/// <summary>A map with fixed keys.</summary>
/// <param name="Name">The type, as generated source names it.</param>
/// <param name="Simple">The type's simple name.</param>
/// <param name="Parameters">The fields.</param>
/// <param name="Variant">The <c>type</c> that selects it, if it is a case of a union.</param>
/// <param name="Description">The description.</param>
internal sealed record RecordType(
    string Name, string Simple, EquatableArray<ParameterModel> Parameters, string? Variant = null, string Description = "")
    : NamedType(Name, Simple);

/// <summary>One of several records, selected by <c>type</c>.</summary>
internal sealed record UnionType(string Name, string Simple, EquatableArray<RecordType> Cases) : NamedType(Name, Simple);
