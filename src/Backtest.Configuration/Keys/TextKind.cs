using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A value written as text of a certain form.</summary>
/// <param name="expected">What is expected, for errors.</param>
/// <param name="example">A value that would do.</param>
/// <param name="parse">Makes the value of the text; <see langword="null"/>: the text has not the form.</param>
/// <param name="format">Makes the text of a value.</param>
/// <param name="pattern">The form as a regular expression, for the schema; <see langword="null"/>: any text.</param>
internal sealed class TextKind<T>(
    string expected, string example, Func<string, (bool IsRead, T Value)> parse, Func<T, string> format, string? pattern)
    : ValueKind<T>
{
    /// <summary>What a text that has not the form probably means; null where nothing is known.</summary>
    public Func<string, string?>? Meant { get; init; }

    /// <inheritdoc/>
    public override T Read(Place place)
    {
        if (place.Value.ToText() is not { } text)
            return default!; // never used: the wrong type is reported
        (bool isRead, T value) = parse(text);
        if (!isRead)
            place.Error("invalid_value", $"found '{FoundText.Clip(text)}', expected {expected}.", $"Write {Meant?.Invoke(text) ?? $"for instance {example}"}.");
        return value;
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => format(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema)
    {
        var result = new JsonObject { ["type"] = "string" };
        if (pattern is not null)
            result["pattern"] = pattern;
        return result;
    }
}
