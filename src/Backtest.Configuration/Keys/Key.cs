using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A key: the one place that says its name, meaning, kind and default, for reader, writer and schema alike.</summary>
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

    /// <summary>What a key left out means.</summary>
    public T? Default { get; init; }

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

    private JsonNode? WriteValue(T? value) => value is null ? null : kind.Write(value);
}
