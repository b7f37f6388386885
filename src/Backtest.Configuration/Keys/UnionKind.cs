using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>
/// One of several maps, distinguished by a word in one of their keys. Each case declares its keys; a key of another case is an error that names the
/// cases it belongs to.
/// </summary>
internal sealed class UnionKind<T>(params UnionCase<T>[] cases) : ValueKind<T>
{
    /// <summary>The key that holds the word.</summary>
    public string Tag { get; init; } = "type";

    /// <summary>What that key means.</summary>
    public string TagDescription { get; init; } = "The variant to use.";

    /// <summary>
    /// The case of a map without the word; <see langword="null"/> if there is none, so that a case without required keys may be written as its word
    /// alone.
    /// </summary>
    public UnionCase<T>? Usual { get; init; }

    /// <summary>The case whose value a number alone would be; <see langword="null"/> if there is none.</summary>
    public string? OfNumber { get; init; }

    /// <summary>The key whose value a word alone would be; <see langword="null"/> if there is none.</summary>
    public string? OfWord { get; init; }

    /// <summary>The name of the definition in the schema; <see langword="null"/> if it is written where it is used.</summary>
    public string? Definition { get; init; }

    /// <inheritdoc/>
    public override T Read(Place place)
    {
        if (OfNumber is not null && place.Node is ParameterScalar { Text: var number }
            && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            place.Error("wrong_type", $"found '{FoundText.Clip(number)}', expected a map with a '{Tag}'.", $"Write {{{Tag}: {OfNumber}, value: {number}}}.");
            return default!; // never used: the error stops the reading
        }

        if (Usual is null && place.Node is ParameterScalar scalar && !place.Value.IsNull)
        {
            var entry = new ParameterEntry(Tag, scalar.Position, scalar);
            place = place with { Node = new ParameterMap([entry], scalar.Position) };
        }

        UnionCase<T>? chosen = Usual is not null ? ChooseOr(place, Usual)
            : cases.Any(choice => choice.Plugin is not null) && WordOf(place) is { } word ? Find(word)
            : Find(place.Value.ToVariant([.. cases.Select(choice => choice.Type)]));
        return chosen is null || place.Node is not ParameterMap map
            ? default! // never used: the missing choice is reported and stops the reading
            : Map(chosen).Read(place with { Node = WithoutKeysOfOthers(place, map, chosen) });
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => Map(
        Array.Find(cases, choice => choice.IsCase(value)) ?? throw new UnreachableException($"No case covers {value?.GetType()}.")).Write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        Definition is null ? DescribeHere(schema) : schema.Define(Definition, () => DescribeHere(schema));

    private JsonObject DescribeHere(SchemaBuilder schema)
    {
        List<JsonNode> forms =
            [.. cases.Where(choice => choice.PluginKind is not { } kind || schema.Lists(kind)).Select(choice => Map(choice).Describe(schema))];
        if (Usual is null)
        {
            JsonNode[] words =
            [
                .. cases.Where(choice => choice.IsWord).SelectMany(choice =>
                    choice.PluginKind is { } kind ? schema.Ids(kind) : [choice.Type]).Select(word => (JsonNode)word),
            ];
            forms.Insert(0, new JsonObject { ["enum"] = new JsonArray(words) });
        }

        return new JsonObject { ["oneOf"] = new JsonArray([.. forms]) };
    }

    private ObjectKind<T> Map(UnionCase<T> choice) => choice.Map(
        new Key<T, string>(Tag, new ChoiceKind<string>((choice.Type, choice.Type)), _ => choice.Type, TagDescription)
        {
            IsRequired = choice != Usual,
            Default = choice.Type,
        });

    private UnionCase<T>? ChooseOr(Place place, UnionCase<T> usual)
    {
        if (place.Node is not ParameterMap)
        {
            if (OfWord is not null && place.Node is ParameterScalar { Text: { Length: > 0 } text } && !place.Value.IsNull)
                place.Error(
                    "wrong_type", $"found '{FoundText.Clip(text)}', expected a map of keys and values.", $"Write {{{OfWord}: {FoundText.Clip(text)}}}.");
            else
                place.Value.ToFields(); // reports the wrong type
            return null;
        }

        return WordOf(place) is { } word ? Find(word) : usual;
    }

    /// <summary>The word that chooses the case; <see langword="null"/> if the map has none.</summary>
    private string? WordOf(Place place) =>
        place.Node is ParameterMap map && map[Tag] is { } node && new Place(node, place.Child(Tag), place.Errors) is { Value.IsNull: false } word
            ? word.Value.ToText()
            : null;

    private UnionCase<T>? Find(string? word) => word is null
        ? null
        : Array.Find(cases, choice => choice.Plugin is null && choice.Type == word) ?? Array.Find(cases, choice => choice.Plugin is not null);

    private ParameterMap WithoutKeysOfOthers(Place place, ParameterMap map, UnionCase<T> chosen)
    {
        var own = new List<ParameterEntry>();
        foreach (ParameterEntry entry in map.Entries)
        {
            UnionCase<T>[] owners = chosen.Has(entry.Key) ? [] : [.. cases.Where(choice => choice.Has(entry.Key))];
            var found = new Place(entry.Value, place.Child(entry.Key), place.Errors);
            if (owners.Length == 0)
                own.Add(entry);
            else if (!found.Value.IsNull) // a key that an override empties may belong to another case
                ReportMisplaced(found, entry, chosen.Plugin is null ? chosen.Type : ((ParameterScalar)map[Tag]!).Text, chosen, owners);
        }

        return map with { Entries = own };
    }

    private void ReportMisplaced(Place found, ParameterEntry entry, string word, UnionCase<T> chosen, UnionCase<T>[] owners)
    {
        string reason = chosen.Refusals.TryGetValue(entry.Key, out string? why)
            ? $": {why}."
            : $"; it belongs to {Join([.. owners.Select(Name)])}.";
        found.Errors.Report(
            "misplaced_key",
            found.Path,
            entry.KeyPosition,
            $"'{entry.Key}' is not a key of '{Tag}: {word}'{reason}",
            $"Remove it. The keys allowed there are {string.Join(", ", chosen.Keys.Select(key => key.Name).Prepend(Tag))}.");
    }

    private static string Join(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    private string Name(UnionCase<T> choice) => choice.Plugin is null ? $"'{Tag}: {choice.Type}'" : choice.Type;
}
