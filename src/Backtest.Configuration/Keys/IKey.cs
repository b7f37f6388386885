using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A key of a map that describes a <typeparamref name="TOwner"/>.</summary>
internal interface IKey<in TOwner>
{
    /// <summary>The key as written.</summary>
    string Name { get; }

    /// <summary>Whether it must be there.</summary>
    bool IsRequired { get; }

    /// <summary>The key as an option of a command; <see langword="null"/> if it is not one.</summary>
    DataOption? Option { get; }

    /// <summary>Writes the owner's value; <see langword="null"/> if it has none.</summary>
    JsonNode? Write(TOwner owner);

    /// <summary>The JSON schema of its values.</summary>
    JsonObject Describe(SchemaBuilder schema);
}
