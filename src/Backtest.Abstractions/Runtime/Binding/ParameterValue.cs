using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// One value as written, with its path, to be converted to a parameter's type. A conversion that fails reports why and yields a default, so that one
/// pass finds every error.
/// </summary>
/// <param name="node">The value as written.</param>
/// <param name="path">Its path below the plugin's parameters.</param>
/// <param name="errors">Receives the errors.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct ParameterValue(ParameterNode node, string path, ParameterErrors errors)
{
    private const string VariantKey = "type";

    /// <summary>Whether nothing is written: <c>null</c>, <c>~</c>, or left empty.</summary>
    public bool IsNull => node is ParameterScalar { IsQuoted: false, Text: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool ToBoolean() => Plain switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => WrongType<bool>("true or false"),
    };

    /// <summary>Any text, quoted or not.</summary>
    public string ToText() => node is ParameterScalar scalar && !IsNull ? scalar.Text : WrongType<string>("text");

    /// <summary>A length of time: a count with its unit (<c>90s</c>, <c>15m</c>, <c>2h</c>, <c>1d</c>) or <c>hh:mm:ss</c>.</summary>
    public TimeSpan ToTimeSpan()
    {
        string? text = (node as ParameterScalar)?.Text;
        if (Timeframe.TryParse(text, out Timeframe timeframe) && timeframe.Months == 0)
            return new TimeSpan(timeframe.Ticks);
        return text is not null && text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            ? span
            : WrongType<TimeSpan>("a length of time such as 15m, 1d or 01:30:00");
    }

    /// <summary>A day: <c>2024-01-31</c>.</summary>
    public DateOnly ToDateOnly() =>
        DateOnly.TryParseExact((node as ParameterScalar)?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : WrongType<DateOnly>("a date such as 2024-01-31");

    /// <summary>The length of a bar: <c>15m</c>, <c>1h</c>, <c>1d</c>.</summary>
    public Timeframe ToTimeframe() => Timeframe.TryParse((node as ParameterScalar)?.Text, out Timeframe timeframe)
        ? timeframe
        : WrongType<Timeframe>("a timeframe such as 15m, 1h or 1d");

    /// <summary>One of several words.</summary>
    /// <param name="words">Each word with its meaning.</param>
    public TEnum ToEnum<TEnum>(params ReadOnlySpan<(string Word, TEnum Value)> words)
        where TEnum : struct, Enum
    {
        if (node is not ParameterScalar { Text: { } text } || IsNull)
            return WrongType<TEnum>(OneOf(Words(words)));
        foreach ((string word, TEnum value) in words)
        {
            if (word == text)
                return value;
        }

        Unknown(text, path, node.Position, Words(words));
        return default;
    }

    /// <summary>A list.</summary>
    /// <param name="convert">Makes one item.</param>
    public ImmutableArray<T> ToList<T>(Func<ParameterValue, T> convert)
    {
        if (node is not ParameterList list)
        {
            bool isWord = node is ParameterScalar { Text.Length: > 0 } && !IsNull;
            return WrongType<ImmutableArray<T>>("a list", isWord ? $"Write a list with one item: [{FoundText.Clip(((ParameterScalar)node).Text)}]." : null);
        }

        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>(list.Items.Count);
        foreach (ParameterNode item in list.Items)
            items.Add(convert(new ParameterValue(item, $"{path}[{items.Count}]", errors)));
        return items.MoveToImmutable();
    }

    /// <summary>A map of keys that are not known beforehand, in the order written.</summary>
    /// <param name="convert">Makes one value.</param>
    public IReadOnlyDictionary<string, T> ToMap<T>(Func<ParameterValue, T> convert)
    {
        if (node is not ParameterMap map)
            return WrongType<IReadOnlyDictionary<string, T>>("a map of keys and values");
        var items = new OrderedDictionary<string, T>(map.Entries.Count, StringComparer.Ordinal);
        foreach (ParameterEntry entry in map.Entries)
            items.Add(entry.Key, convert(new ParameterValue(entry.Value, $"{path}.{entry.Key}", errors)));
        return new ReadOnlyDictionary<string, T>(items);
    }

    /// <summary>The fields of a record; <see langword="null"/> if it is not a map, which is reported.</summary>
    public ParameterReader? ToFields() =>
        node is ParameterMap map ? new ParameterReader(map, path, errors) : WrongType<ParameterReader?>("a map of keys and values");

    /// <summary>The <c>type</c> of a union's case; <see langword="null"/> if it is missing or not one of them, which is reported.</summary>
    /// <param name="types">The cases.</param>
    public string? ToVariant(params ReadOnlySpan<string> types)
    {
        if (node is not ParameterMap map)
            return WrongType<string?>($"a map with a 'type', {OneOf(types.ToArray())}");
        string key = $"{path}.{VariantKey}";
        if (map.Find(VariantKey) is not { } entry)
        {
            errors.Report("missing_key", key, map.Position, "'type' is missing.", $"Add 'type', {OneOf(types.ToArray())}.");
            return null;
        }

        if (entry.Value is not ParameterScalar scalar)
            return new ParameterValue(entry.Value, key, errors).WrongType<string?>(OneOf(types.ToArray()));
        if (types.Contains(scalar.Text))
            return scalar.Text;
        Unknown(scalar.Text, key, scalar.Position, types.ToArray());
        return null;
    }

    private string? Plain => node is ParameterScalar { IsQuoted: false } scalar ? scalar.Text : null;

    private string Found => node switch
    {
        ParameterList => "a list",
        ParameterMap => "a map",
        ParameterScalar { IsQuoted: true } scalar => $"the text \"{FoundText.Clip(scalar.Text)}\"",
        _ when IsNull => "nothing",
        ParameterScalar scalar => $"'{FoundText.Clip(scalar.Text)}'",
        _ => "something else",
    };

    private static string OneOf(IReadOnlyList<string> words) => $"one of {string.Join(", ", words)}";

    private static string[] Words<TEnum>(ReadOnlySpan<(string Word, TEnum Value)> words)
    {
        string[] result = new string[words.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = words[i].Word;
        return result;
    }

    private void Unknown(string text, string key, SourcePosition position, string[] allowed) =>
        errors.Report("unknown_value", key, position, $"found '{FoundText.Clip(text)}', expected {OneOf(allowed)}.", NearestName.Choice(text, allowed));

    private T WrongType<T>(string expected, string? fix = null)
    {
        errors.Report("wrong_type", path, node.Position, $"found {Found}, expected {expected}.", fix);
        return default!; // never used: the error above stops the binding
    }
}
