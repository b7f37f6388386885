using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>What a key may hold: how it is read, written and described.</summary>
internal abstract class ValueKind<T>
{
    /// <summary>Reads a value. Errors are reported, and the result is then meaningless.</summary>
    public abstract T Read(Place place);

    /// <summary>Writes a value as JSON that reads back to the same.</summary>
    public abstract JsonNode? Write(T value);

    /// <summary>How a value would be written if a user wrote only a word; <see langword="null"/> if a word is not sufficient.</summary>
    public virtual string? WrittenOut(string word) => word;

    /// <summary>The JSON schema of the values.</summary>
    public abstract JsonObject Describe(SchemaBuilder schema);
}
