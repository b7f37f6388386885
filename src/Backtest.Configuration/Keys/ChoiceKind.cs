using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>One of a few words.</summary>
/// <param name="words">Each word with its meaning.</param>
internal sealed class ChoiceKind<T>(params (string Word, T Value)[] words) : ValueKind<T>
{
    /// <inheritdoc/>
    public override T Read(Place place)
    {
        string text = place.Value.ToText();
        foreach ((string word, T value) in words)
        {
            if (word == text)
                return value;
        }

        string[] allowed = [.. words.Select(choice => choice.Word)];
        if (place.Node is ParameterScalar)
        {
            place.Error(
                "unknown_value",
                $"found '{text}', expected {(allowed.Length == 1 ? "" : "one of ")}{string.Join(", ", allowed)}.",
                NearestName.Choice(text, allowed));
        }

        return words[0].Value;
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => words.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["enum"] = new JsonArray([.. words.Select(choice => (JsonNode)choice.Word)]) };
}
