using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A value written as text in a certain form.</summary>
/// <param name="expected">What is expected, for errors.</param>
/// <param name="example">A valid value.</param>
/// <param name="parse">Makes the value from the text; <see langword="null"/> if the text does not have the form.</param>
/// <param name="format">Makes the text from a value.</param>
/// <param name="pattern">The form as a regular expression, for the schema; <see langword="null"/> for any text.</param>
internal sealed class TextKind<T>(
    string expected, string example, Func<string, (bool IsRead, T Value)> parse, Func<T, string> format, string? pattern)
    : ValueKind<T>
{
    /// <summary>What a text without the form probably means; null if unknown.</summary>
    public Func<string, string?>? Meant { get; init; }

    /// <inheritdoc/>
    public override T Read(Place place)
    {
        if (place.Value.ToText() is not { } text)
            return default!; // never used: the wrong type is reported
        (bool isRead, T value) = parse(text);
        if (!isRead)
            place.Error("invalid_value", $"found '{FoundText.Clip(text)}', expected {expected}.", Meant?.Invoke(text) is { } meant ? $"Write {meant}." : $"Write, for example, {example}.");
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
