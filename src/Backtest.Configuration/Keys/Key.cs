using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A key: the single definition of its name, meaning, kind and default for reader, writer, schema and commands.</summary>
/// <param name="name">The key as written.</param>
/// <param name="kind">What it holds.</param>
/// <param name="get">The owner's value.</param>
/// <param name="description">What it means.</param>
internal sealed class Key<TOwner, T>(string name, ValueKind<T> kind, Func<TOwner, T> get, string description) : IKey<TOwner>
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsRequired { get; init; }

    /// <summary>Why a required key is needed, and what to write; <see langword="null"/> if there is nothing to add.</summary>
    public (string Reason, string Example)? Need { get; init; }

    /// <summary>The value if the key is left out.</summary>
    public T? Default { get; init; }

    /// <summary>
    /// The placeholder of the value if the key is an option of a command: <c>DAY</c>; <see langword="null"/> if it is not an option.
    /// </summary>
    public string? HelpName { get; init; }

    /// <inheritdoc/>
    public DataOption? Option => HelpName is null ? null : new DataOption(name, WithDefault, HelpName, kind is ListKind<string>);

    /// <summary>Reads a value.</summary>
    public T Read(Place place) => kind.Read(place);

    /// <inheritdoc/>
    public JsonNode? Write(TOwner owner) => WriteValue(get(owner));

    /// <inheritdoc/>
    public JsonObject Describe(SchemaBuilder schema)
    {
        JsonObject result = kind.Describe(schema);
        result["description"] = description;
        if (!IsRequired && WriteValue(Default) is { } fallback)
            result["default"] = fallback;
        return result;
    }

    private string WithDefault =>
        !IsRequired && WriteValue(Default) is JsonValue fallback ? $"{description} Default: {fallback}." : description;

    private JsonNode? WriteValue(T? value) => value is null ? null : kind.Write(value);
}
