using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A value that may be left out.</summary>
internal sealed class NullableKind<T>(ValueKind<T> kind) : ValueKind<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override T? Read(Place place) => kind.Read(place);

    /// <inheritdoc/>
    public override JsonNode? Write(T? value) => value is { } there ? kind.Write(there) : null;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => kind.Describe(schema);
}
